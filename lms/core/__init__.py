"""Tools that know no word of the field."""
