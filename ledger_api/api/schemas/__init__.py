"""The shapes of requests and answers: the only place where Pydantic models stand."""
