"""What every form in a page shares."""
