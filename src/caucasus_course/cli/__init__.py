"""The command `caucasus-course`, one file for each verb."""
