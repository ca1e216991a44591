// Everything an operator can set. `hebra config` prints it with defaults and comments.
#pragma once
#include <array>
#include <filesystem>
#include <string>

#include <boost/describe.hpp>

#include "platform/config/config.hpp"
#include "platform/log/log.hpp"
#include "platform/mail/smtp.hpp"

namespace hebra::app {

struct MailSettings {
    std::string smtp_url = "";
    std::string from = "hebra@localhost";
    std::filesystem::path password_file = "";
    mail::Tls tls = mail::Tls::required;
    std::filesystem::path ca_file = "";
    config::Duration timeout = std::chrono::seconds(30);
};
BOOST_DESCRIBE_STRUCT(MailSettings, (), (smtp_url, from, password_file, tls, ca_file, timeout))
constexpr auto comments_for(config::About<MailSettings>) {
    return std::array{
        config::Comment{"smtp_url", "Outgoing mail: smtps://user@mail.example.org, or smtp://…:587 for STARTTLS. Empty: no mail leaves."},
        config::Comment{"from", "The sender of every mail: a whole address."},
        config::Comment{"password_file", "A file with the mail password."},
        config::Comment{"tls", "required: mail goes encrypted or waits; none: in the clear, for a server on this machine."},
        config::Comment{"ca_file", "The authority that signed the mail server's certificate; empty: the machine's own."},
        config::Comment{"timeout", "How long one mail may take to be handed over."},
    };
}

struct Settings {
    std::string listen = "127.0.0.1:8080";
    std::string public_url = "http://127.0.0.1:8080";
    std::filesystem::path data = "./var/hebra";
    std::string database = "";
    int database_connections = 16;
    int workers = 64;
    int io_threads = 2;
    bool tls = false;
    std::vector<std::string> proxies;
    config::Duration answer_within = std::chrono::seconds(10);
    config::Duration stop_within = std::chrono::seconds(10);
    config::Duration backups_kept = std::chrono::days(35);
    std::filesystem::path metrics_token_file = "";
    log::Level log_level = log::Level::info;
    std::filesystem::path log_file = "";
    MailSettings mail;

    /// Whether people reach it by https: an address that says so is enough to mark cookies Secure.
    bool is_https() const { return tls || public_url.starts_with("https://"); }
};
BOOST_DESCRIBE_STRUCT(Settings, (), (listen, public_url, data, database, database_connections, workers, io_threads, tls, proxies,
                                     answer_within, stop_within, backups_kept, metrics_token_file, log_level, log_file, mail))
constexpr auto comments_for(config::About<Settings>) {
    return std::array{
        config::Comment{"listen", "Address and port the server answers on."},
        config::Comment{"public_url", "How people reach this server: the start of links in invitations."},
        config::Comment{"data", "Folder of the embedded database, the master key and the ledgers."},
        config::Comment{"database", "Empty: SQLite in the data folder. postgresql://… uses that PostgreSQL instead."},
        config::Comment{"database_connections", "Connections to PostgreSQL at most."},
        config::Comment{"workers", "Threads that answer requests; each may wait for the database."},
        config::Comment{"io_threads", "Threads that read and write sockets; one per core is right."},
        config::Comment{"tls", "Whether people reach this server by https (behind a proxy): marks cookies Secure, as an https public_url does, and sends HSTS."},
        config::Comment{"proxies", "Addresses of the proxies in front, whose X-Forwarded-For is believed, as 127.0.0.1."},
        config::Comment{"answer_within", "How long a request may wait for the database, and then work in it, before it is answered 503; imports and chores have six times as long. 0s: no end."},
        config::Comment{"stop_within", "How long requests under way may take to finish when the server stops."},
        config::Comment{"backups_kept", "How long you keep backups: a key that only they still need is destroyed after it; a day at least."},
        config::Comment{"metrics_token_file", "A file with the token for /metrics from elsewhere; without it only this machine may ask."},
        config::Comment{"log_level", "The least grave lines to write: debug, info, warning, error."},
        config::Comment{"log_file", "Where log lines go; empty: standard error."},
        config::Comment{"mail", "Outgoing e-mail."},
    };
}

}  // namespace hebra::app
