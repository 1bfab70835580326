#!/usr/bin/env bash
# Runs the tests on the releases of Node after the oldest supported one. npx fetches each Node from npm's registry (package "node").
# Arguments go to vitest: npm run test:node -- tests/scoring
set -euo pipefail
cd "$(dirname "$0")/.."

failed=()
for release in 22 24; do
  npx --yes --package "node@$release" -- node --version
  npx --yes --package "node@$release" -- npm test -- "$@" || failed+=("$release")
done
[ "${#failed[@]}" -eq 0 ] || { echo "failed on Node ${failed[*]}"; exit 1; }
