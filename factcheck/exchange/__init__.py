"""What leaves the program for other programs: records in, a file out, and readers that give them back.

Pure: it knows neither SQLite nor a path. Whoever calls writes beside the target and puts the file in place.
"""
