"""The command line. Imports everything else; nothing imports it."""
