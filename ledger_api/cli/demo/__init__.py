"""The demo (演示): a house on disk, servers started as a user would, a troupe of client processes, and the story they play."""
