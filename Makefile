# Everything that `uv run` can do is done with it; these are the two that one types most.

.PHONY: check format

check:  ## Run every check that CI runs
	bash .ci/run --checks-only

format:  ## Put code and templates into the one format
	uv run ruff check --fix
	uv run ruff format
	git ls-files -z -- 'templates/desk/*.html' | xargs -0 uv run djade --target-version 5.2
	git ls-files -z -- 'templates/*.html' | xargs -0 uv run djhtml --tabwidth 2
