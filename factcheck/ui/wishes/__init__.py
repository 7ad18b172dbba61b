"""What a person wishes, one function per wish: each asks the core to do it and tells what came of it."""
