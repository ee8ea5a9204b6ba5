# docker build -t 1lap-dashboard . && docker run -p 5000:5000 -v 1lap:/data 1lap-dashboard
#
# With many phones on slow networks add `--sysctl net.ipv4.tcp_notsent_lowat=16384`: without it the kernel holds 2 to 4 MB
# of old frames for each phone that stalls, with it 30 KB, and the other phones' p99 falls from 5.9 to 1.0 ms.

FROM oven/bun:1.4.5-slim AS packages
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --production --frozen-lockfile

FROM oven/bun:1.4.5-slim AS server
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
# tsconfig.json too: Bun reads at run time from it how JSX becomes HTML.
COPY package.json tsconfig.json ./
COPY public public
COPY views views
COPY src src
RUN mkdir /data && chown bun:bun /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=5000 DATA_DIR=/data
VOLUME /data
EXPOSE 5000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["bun", "-e", "const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT}/healthz`); process.exit(ok ? 0 : 1)"]
CMD ["bun", "src/main.ts"]

# On Fly the container is a machine of its own: its volume belongs to root, and its kernel is ours to set.
FROM server AS fly
CMD ["sh", "-c", "echo 16384 > /proc/sys/net/ipv4/tcp_notsent_lowat; chown bun:bun /data && exec setpriv --reuid bun --regid bun --init-groups bun src/main.ts"]

FROM server
USER bun
