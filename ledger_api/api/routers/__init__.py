"""The routes, one module a subject. Each reads a request, asks the room whose business it is, and shapes the answer."""
