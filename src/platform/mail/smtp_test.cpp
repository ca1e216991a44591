// Against a real server in another process: what is taken, what is refused for good, what may be tried again.
#include "platform/mail/smtp.hpp"

#include <gtest/gtest.h>

#include "platform/mail/test_server.hpp"

namespace hebra::mail {
namespace {

const Time k_at = *parse_time("2026-11-19T21:12:00Z");

Letter to(std::string address) { return {Private(std::move(address)), "Hebra: una tarea vence", Private("Abra Hebra.\n.\nFin.\n")}; }

SmtpSettings plain(const TestServer& server) {
    return {.url = server.url(), .from = "hebra@red.demo", .tls = Tls::none, .timeout = std::chrono::seconds(5)};
}
SmtpSettings secure(const TestServer& server, std::string password = "secreto") {
    return {.url = server.url("hebra@"), .password = Private(std::move(password)), .from = "hebra@red.demo",
            .ca_file = server.certificate(), .timeout = std::chrono::seconds(5)};
}
Delivery deliver(Postman& postman, const std::string& address) { return postman.deliver(to(address), Uuid{}, k_at); }
Delivery deliver(const SmtpSettings& settings, const std::string& address) {
    return deliver(*open_smtp(settings).value(), address);
}

TEST(Smtp, hands_letters_over_one_after_another) {
    TestServer server;
    const auto postman = open_smtp(plain(server)).value();
    for (const auto* address : {"ana@linea.demo", "eva@linea.demo"}) {
        const auto delivery = deliver(*postman, address);
        EXPECT_EQ(delivery.outcome, Outcome::sent) << delivery.reply_code;
        const auto taken = server.taken();
        EXPECT_EQ(taken.to, address);
        EXPECT_EQ(taken.from, "hebra@red.demo");
        EXPECT_EQ(taken.hello, "red.demo") << "not the machine's own name";
        EXPECT_NE(taken.text.find("\r\n\r\nAbra Hebra.\r\n.\r\nFin.\r\n"), taken.text.npos) << taken.text;
    }
}

TEST(Smtp, tells_a_dead_address_from_a_busy_server) {
    TestServer server;
    const auto postman = open_smtp(plain(server)).value();
    EXPECT_EQ(deliver(*postman, "dead@linea.demo").outcome, Outcome::refused);
    const auto busy = deliver(*postman, "busy@linea.demo");
    EXPECT_EQ(busy.outcome, Outcome::postponed);
    EXPECT_EQ(busy.reply_code, 451);
    EXPECT_TRUE(busy.reached);
    EXPECT_EQ(deliver(*postman, "spam@linea.demo").outcome, Outcome::refused);
    EXPECT_EQ(deliver(*postman, "ana@linea.demo").outcome, Outcome::sent) << "the connection is of use after a refusal";
}

TEST(Smtp, knows_that_it_does_not_know_when_the_answer_is_lost) {
    TestServer server;
    const auto lost = deliver(plain(server), "lost@linea.demo");
    EXPECT_EQ(lost.outcome, Outcome::unknown) << lost.reply_code;
    EXPECT_EQ(server.taken().to, "lost@linea.demo") << "it had arrived: sending it again would repeat it";
    EXPECT_EQ(deliver(plain(server), "cut@linea.demo").outcome, Outcome::postponed);
}

TEST(Smtp, tries_later_when_nobody_listens) {
    TestServer server;
    const auto settings = plain(server);
    server.stop();
    const auto delivery = deliver(settings, "ana@linea.demo");
    EXPECT_EQ(delivery.outcome, Outcome::postponed);
    EXPECT_FALSE(delivery.reached);
}

TEST(Smtp, goes_under_tls_with_its_password) {
    TestServer server(TestServer::Asks::starttls_and_password);
    EXPECT_EQ(deliver(secure(server), "ana@linea.demo").outcome, Outcome::sent);
    EXPECT_TRUE(server.taken().tls);
}

TEST(Smtp, trusts_no_server_it_cannot_verify_and_blames_no_letter_for_a_wrong_password) {
    TestServer server(TestServer::Asks::starttls_and_password);
    auto unknown_authority = secure(server);
    unknown_authority.ca_file.clear();
    for (const auto& settings : {unknown_authority, secure(server, "otra")}) {
        const auto delivery = deliver(settings, "ana@linea.demo");
        EXPECT_EQ(delivery.outcome, Outcome::postponed) << delivery.reply_code;
        EXPECT_FALSE(delivery.reached);
    }
    TestServer in_the_clear;
    auto insists = plain(in_the_clear);
    insists.tls = Tls::required;
    EXPECT_EQ(deliver(insists, "ana@linea.demo").outcome, Outcome::postponed) << "nothing goes in the clear unless it is said so";
}

TEST(Smtp, refuses_settings_that_cannot_be_meant) {
    for (const auto* url : {"", "mail.example.org", "http://mail.example.org", "smtp://user:password@mail.example.org", "smtp://a/b"})
        EXPECT_FALSE(open_smtp({.url = url, .from = "hebra@red.demo"}).has_value()) << url;
    EXPECT_FALSE(open_smtp({.url = "smtp://mail.example.org", .from = "hebra"}).has_value());
}

TEST(Smtp, stops_when_told) {
    TestServer server;
    const auto postman = open_smtp(plain(server)).value();
    postman->stop();
    EXPECT_EQ(deliver(*postman, "ana@linea.demo").outcome, Outcome::postponed);
}

}  // namespace
}  // namespace hebra::mail
