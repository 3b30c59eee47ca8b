# thrust in a container. Untested: there was no Docker engine where this was written.
#
#   deno task compile:bun              # writes dist/thrust, which is all that the image needs
#   docker build -t thrust .
#   docker run --rm -v "$PWD:/work" --user "$(id -u):$(id -g)" thrust Genfile.toml
#
# --user: files that it writes into the folder are yours then, and it may write them.
# The executable is linked against glibc: Alpine and distroless/static do not run it.
FROM debian:stable-slim

RUN useradd --create-home --uid 10001 thrust
COPY --chmod=0755 dist/thrust /usr/local/bin/thrust
COPY LICENSE THIRD_PARTY.md /usr/share/doc/thrust/

USER thrust
WORKDIR /work
ENTRYPOINT ["thrust"]
CMD ["--help"]
