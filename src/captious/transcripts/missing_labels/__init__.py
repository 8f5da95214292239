"""Labels that are not there: places within turns where another speaker seems to begin."""
