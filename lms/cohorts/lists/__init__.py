"""Lists of people as they are kept: spreadsheets, CSV files, pasted lines. Pure: no database, no request."""
