"""The HTTP interface: routers, shapes of requests and answers, problems. Thin: everything it says is decided below it."""
