#include "app/pages.hpp"

#include <algorithm>

#include "features/account/routes.hpp"
#include "platform/assets/assets.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::app {
namespace {

http::Response text(int status, std::string body) {
    http::Response response{.status = status};
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    response.headers.add("Cache-Control", "no-store");
    response.body = std::move(body);
    return response;
}

bool accepts(const http::Call& call, std::string_view encoding) {
    const auto accepted = call.header("Accept-Encoding");
    return accepted && accepted->find(encoding) != accepted->npos;
}

http::Response asset_response(const http::Call& call, const assets::Asset& asset) {
    http::Response response;
    response.headers.add("ETag", asset.etag);
    response.headers.add("Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.add("Vary", "Accept-Encoding");
    if (const auto seen = call.header("If-None-Match"); seen && seen->find(asset.etag) != seen->npos) {
        response.status = 304;
        return response;
    }
    response.headers.add("Content-Type", asset.content_type);
    if (!asset.brotli.empty() && accepts(call, "br")) {
        response.headers.add("Content-Encoding", "br");
        response.body = http::Body::lasting(asset.brotli);
    } else if (!asset.gzip.empty() && accepts(call, "gzip")) {
        response.headers.add("Content-Encoding", "gzip");
        response.body = http::Body::lasting(asset.gzip);
    } else {
        response.body = http::Body::lasting(asset.body);
    }
    return response;
}

/// Addresses of programs and of pages the server writes itself. Whoever asks there for what is not, or not yet, is told so and
/// not shown the app.
constexpr std::string_view k_not_the_apps[] = {"api", "fhir", "hsds", "mi", "chat", "r", "directorio", "healthz", "readyz", "metrics"};

bool is_the_apps(std::string_view path) {
    const auto rest = path.substr(1);
    return std::ranges::count(k_not_the_apps, rest.substr(0, rest.find('/'))) == 0;
}

Result<http::Response> web_page(const http::Call& call, std::string_view path) {
    if (const auto* asset = assets::find(path)) return asset_response(call, *asset);
    // A path with a dot is a file that does not exist; any other is a page of the app, which routes itself.
    if (path.find('.') != path.npos || !is_the_apps(path)) return refuse(Refused::not_found, http::words::k_no_route);
    if (const auto* index = assets::find("/index.html")) return asset_response(call, *index);
    return text(200, "Hebra\n\nEste programa se construyó sin su interfaz web (HEBRA_WEB=OFF).\n");
}

bool is_local(std::string_view peer) { return peer.starts_with("127.") || peer == "::1" || peer == "::ffff:127.0.0.1"; }

/// /metrics answers this machine, or whoever carries the token of `metrics_token_file`. What a proxy passed on is not this
/// machine's asking, whoever the proxy is.
bool may_read_metrics(const http::Call& call, const std::optional<Private>& token) {
    if (!token) return is_local(call.peer()) && !call.header("X-Forwarded-For");
    const auto given = call.header("Authorization");
    return given && crypto::same(bytes_of(*given), bytes_of("Bearer " + token->reveal()));
}

void add_database_gauges(http::Metrics& metrics, db::Database& database) {
    const auto add = [&](const char* name, const char* help, std::uint64_t db::Statistics::* count) {
        metrics.add_gauge(name, help, [&database, count] { return static_cast<double>(database.statistics().*count); });
    };
    add("hebra_database_statements", "Statements run since the start", &db::Statistics::statements);
    add("hebra_database_writes", "Write closures stored since the start", &db::Statistics::writes);
    add("hebra_database_commits", "Commits since the start", &db::Statistics::commits);
    add("hebra_database_reads", "Read closures since the start", &db::Statistics::reads);
    add("hebra_database_failed", "Write closures that failed since the start", &db::Statistics::failed);
    add("hebra_database_waiting", "Writes waiting now", &db::Statistics::waiting);
}

}  // namespace

std::string openapi(const http::Router& router) {
    return router.openapi({.title = "Hebra", .version = HEBRA_VERSION,
                           .description = "Attend, refer and follow a person without losing the thread.",
                           .cookie = std::string(account::k_cookie)});
}

void add_pages(http::Router& router, House& house, http::Metrics& metrics) {
    add_database_gauges(metrics, *house.database);
    router.get("/healthz").open("a load balancer asks").respond([](const http::Call&) { return text(200, "ok\n"); });
    router.get("/readyz").open("a load balancer asks").respond([&house](const http::Call&) {
        house.database->check();
        return text(200, "ready\n");
    });

    std::optional<Private> token;
    if (!house.settings.metrics_token_file.empty()) {
        auto read = config::read_secret(house.settings.metrics_token_file);
        if (!read) throw std::runtime_error("metrics_token_file cannot be read");
        token = *std::move(read);
    }
    router.get("/metrics").open("this machine, or the token of metrics_token_file")
        .respond([&metrics, token](const http::Call& call) -> Result<http::Response> {
            if (!may_read_metrics(call, token)) return refuse(Refused::not_found, http::words::k_no_route);
            return text(200, metrics.text());
        });

    router.get("/api/openapi.json").open("the API's description is public").respond([&router](const http::Call&) {
        http::Response response;
        response.headers.add("Content-Type", "application/json");
        response.body = openapi(router);
        return response;
    });
    router.get("/").open("the sign-in page").respond([](const http::Call& call) { return web_page(call, "/"); });
    router.get("/{path*}").open("the web UI's files hold no data").respond([](const http::Call& call) -> Result<http::Response> {
        HEBRA_TRY(const auto path, call.path<std::string>("path"));
        return web_page(call, "/" + path);
    });
}

}  // namespace hebra::app
