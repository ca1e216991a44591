// Hands one letter to a mail server over SMTP (libcurl's only door besides outgoing HTTP).
#pragma once
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "platform/mail/message.hpp"

namespace hebra::mail {

namespace words {
inline constexpr Word k_bad_smtp_url{
    "bad_smtp_url", "mail.smtp_url debe ser smtps://servidor o smtp://usuario@servidor:587 (la arroba del usuario se escribe %40).",
    "mail.smtp_url must be smtps://server or smtp://user@server:587 (the user's at sign is written %40)."};
inline constexpr Word k_bad_sender{"bad_sender", "mail.from debe ser un correo completo.", "mail.from must be a whole e-mail address."};
}  // namespace words

/// `required`: STARTTLS or smtps://, and the server's certificate is checked. `none`: in the clear, for a server on this
/// same machine.
enum class Tls { required, none };
BOOST_DESCRIBE_ENUM(Tls, required, none)

struct SmtpSettings {
    std::string url;        ///< "smtps://user@mail.example.org", "smtp://mail.example.org:587"
    Private password = {};  ///< of the user in the URL
    std::string from;
    Tls tls = Tls::required;
    std::filesystem::path ca_file = {};  ///< empty: the machine's own authorities
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
};

enum class Outcome {
    sent,       ///< the server took it
    postponed,  ///< nobody took it: another attempt does no harm
    refused,    ///< the server will not take this letter, now or later
    unknown,    ///< it was handed over whole and no answer came: it may have arrived
};
BOOST_DESCRIBE_ENUM(Outcome, sent, postponed, refused, unknown)

struct Delivery {
    Outcome outcome;
    int reply_code = 0;      ///< the server's last, 0 if it said nothing
    bool reached = true;     ///< false: it failed before the letter was spoken of (no server, no TLS, bad password)
};

/// Whether a letter can be handed over at all: what to do before one arrives.
class Postman {
  public:
    virtual ~Postman() = default;
    /// Blocks for the settings' timeout at most.
    virtual Delivery deliver(const Letter& letter, const Uuid& id, Time at) = 0;
    /// The delivery under way, and every later one, ends soon. From any thread.
    virtual void stop() = 0;
};

/// Keeps its connection from one letter to the next; one thread at a time.
/// No: `bad_smtp_url`, `bad_sender`.
Result<std::unique_ptr<Postman>> open_smtp(const SmtpSettings& settings);

}  // namespace hebra::mail
