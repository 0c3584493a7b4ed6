"""What every other room stands on: errors, style, the display contract, rules for fields, days and figures in words."""
