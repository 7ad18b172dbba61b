"""The command line: one module per group of commands, loaded when one of them is asked for; Qt never."""
