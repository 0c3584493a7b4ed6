"""Maps that hold everywhere: with or without network, kernel, trust or sight."""
