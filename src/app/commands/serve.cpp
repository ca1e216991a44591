// hebra serve
#include <csignal>
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"
#include "platform/http/server.hpp"
#include "platform/jobs/lease.hpp"
#include "platform/jobs/ticker.hpp"

namespace hebra::app {
namespace {

constexpr std::string_view k_upkeep = "upkeep";
constexpr auto k_upkeep_lease = std::chrono::seconds(15);

/// "127.0.0.1:8080" and "[::1]:8080".
struct Address {
    std::string host;
    std::uint16_t port;
};

std::optional<Address> address_of(const std::string& listen) {
    const auto colon = listen.rfind(':');
    if (colon == listen.npos || colon + 1 == listen.size()) return std::nullopt;
    unsigned port = 0;
    for (const char c : listen.substr(colon + 1)) {
        if (c < '0' || c > '9') return std::nullopt;
        port = port * 10 + static_cast<unsigned>(c - '0');
        if (port > 65'535) return std::nullopt;
    }
    auto host = listen.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return Address{host, static_cast<std::uint16_t>(port)};
}

void log_served(const http::Served& served) {
    log::debug("request.served", {{"route", log::Machinery(served.route)},
                                  {"status", served.status},
                                  {"micros", served.micros},
                                  {"bytes", served.bytes},
                                  {"request_id", log::Machinery(served.request_id)}});
}

/// The server's own chores. Those that only one node may do ask for the lease first.
std::vector<jobs::Chore> chores(House& house, jobs::NodeId node) {
    const auto alone = [&house, node] {
        return jobs::hold(*house.database, k_upkeep, node, house.clock.now(), k_upkeep_lease);
    };
    return {
        {"audit.seal", std::chrono::milliseconds(250), [&house, alone] { if (alone()) house.sealer.seal(); }},
        {"audit.sign", std::chrono::minutes(1), [&house, alone] { if (alone()) house.sealer.sign(); }},
        {"refresh", std::chrono::seconds(2), [&house] { house.refresh(); }},
        {"commitments.escalate", std::chrono::seconds(30), [&house] { house.commitments.escalate(); }},
        {"contacts.let_go_late", std::chrono::minutes(1), [&house, alone] { if (alone()) house.contacts.let_go_late(); }},
        {"commitments.let_go_late", std::chrono::minutes(1), [&house, alone] { if (alone()) house.commitments.let_go_late(); }},
        {"notices.tell", std::chrono::seconds(15), [&house] { house.notices.tell_escalations(); }},
        {"notices.push", std::chrono::seconds(1), [&house] { house.push.run(); }},
        {"referrals.time", std::chrono::minutes(5), [&house, alone] { if (alone()) house.referrals.let_time_pass(); }},
        {"directory.check_again", std::chrono::hours(1), [&house, alone] { if (alone()) house.directory.ask_to_check_again(); }},
        {"directory.uses", std::chrono::seconds(30), [&house] { house.uses.flush(); }},
        {"erasures.ledger", std::chrono::minutes(1), [&house] {
             if (!house.erasures.catch_up()) throw std::runtime_error("the erasure ledger does not agree with the database");
         }},
        {"keys.retire", std::chrono::minutes(10), [&house, alone] { if (alone()) house.rotation.retire(house.settings.backups_kept); }},
        {"tidy", std::chrono::minutes(10), [&house, alone] { if (alone()) house.tidy(); }},
    };
}

/// The mail has a thread of its own: it waits for servers elsewhere, and the audit must not wait with it.
std::vector<jobs::Chore> mail_chores(House& house) {
    if (!house.outbox.is_on()) return {};
    return {
        {"notices.write", std::chrono::seconds(10), [&house] { house.notices.write_letters(); }},
        {"mail.send", std::chrono::seconds(2), [&house] { house.outbox.send(); }},
        {"mail.find_lost", std::chrono::minutes(1), [&house] { house.outbox.find_lost(); }},
    };
}

void chore_failed(std::string_view chore, const std::exception& reason) {
    log::error("chore.failed", {{"chore", log::Machinery(chore)}, {"what", log::Machinery(reason.what())}});
}

/// A fresh installation shows no emergency number: its operator is told so until some hold.
void tell_unconfirmed(House& house) {
    if (house.is_demo() || !house.emergency.shown(Language::es).empty()) return;
    tell(stdout, "Ningún número de emergencia está confirmado, y el público no ve ninguno: confírmelos con «hebra confirm emergency».\n",
         "No emergency number is confirmed, and the public sees none: confirm them with “hebra confirm emergency”.\n");
}

/// Signals that end the server arrive here and nowhere else: blocked before any thread starts.
sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

}  // namespace

int run_serve(const Arguments& arguments) {
    const auto& settings = arguments.settings;
    const auto address = address_of(settings.listen);
    if (!address) {
        tell(stderr, "hebra: listen debe ser DIRECCIÓN:PUERTO, como 127.0.0.1:8080.\n",
             "hebra: listen must be ADDRESS:PORT, like 127.0.0.1:8080.\n");
        return 2;
    }
    const auto signals = ending_signals();
    const SystemClock clock;
    auto opened = House::open(settings, clock);
    if (!opened) return complain(opened.error());
    House& house = **opened;
    if (!crypto::keys_are_locked()) log::warning("keys.not_locked", {});  // `ulimit -l` is too low: the keys may be swapped to disk
    house.commitments.recompute_clocks();
    house.database->limit({.interactive = settings.answer_within, .bulk = 6 * settings.answer_within});
    http::Metrics metrics;
    const auto router = make_router(house, metrics);

    http::Server server({.address = address->host,
                         .port = address->port,
                         .is_tls = settings.tls,
                         .proxies = settings.proxies,
                         .io_threads = static_cast<std::size_t>(settings.io_threads),
                         .workers = static_cast<std::size_t>(settings.workers),
                         .body_limit_of = [&](http::Method m, std::string_view target) { return router->body_limit(m, target); },
                         .served = log_served,
                         .metrics = &metrics},
                        [&](const http::Request& request) { return router->answer(request); });
    const auto node = jobs::NodeId::make(clock.now());
    jobs::Ticker ticker(chores(house, node), chore_failed);
    jobs::Ticker mailer(mail_chores(house), chore_failed);
    server.start();
    log::info("server.started", {{"port", server.port()}});
    if (!house.outbox.is_on()) log::info("mail.off");
    tell(stdout, "Hebra atiende en http://{}:{}\n", "Hebra attends at http://{}:{}\n", address->host, server.port());
    tell_unconfirmed(house);
    std::fflush(stdout);

    int signal = 0;
    sigwait(&signals, &signal);
    log::info("server.stopping", {{"signal", signal}});
    server.stop(std::chrono::duration_cast<std::chrono::seconds>(settings.stop_within));
    house.outbox.stop();
    mailer.stop();
    ticker.stop();
    house.uses.flush();
    house.sealer.seal();
    house.sealer.sign();
    jobs::let_go(*house.database, k_upkeep, node);
    house.database->close();
    log::info("server.stopped");
    return 0;
}

}  // namespace hebra::app
