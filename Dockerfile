# The built page, served by nginx: docker build -t deepbrick . && docker run --rm -p 8080:80 deepbrick
FROM node:24-slim AS build
WORKDIR /deepbrick
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .
RUN npm run build

FROM nginx:alpine
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /deepbrick/dist /usr/share/nginx/html
