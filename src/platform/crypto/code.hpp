// Codes that people say, copy and type: return codes, thread codes, link tokens.
#pragma once
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::crypto {

namespace words {
inline constexpr Word k_code_wrong{
    "code_wrong",
    "Ese código no está bien escrito. Hay que revisarlo letra por letra; las mayúsculas y los guiones no importan.",
    "That code is not written right. Check it letter by letter; capitals and hyphens do not matter."};
inline constexpr Word k_link_wrong{
    "link_wrong", "El enlace está incompleto. Se puede abrir de nuevo desde el mensaje, o pedir otro.",
    "The link is incomplete. Open it again from the message, or ask for another."};
}  // namespace words

/// The public name of a thread, "HB-7K3QF27": six Crockford characters and a check character. Not a secret, not unique
/// by itself (2^29.7): the unique index decides, and the maker tries again.
class ThreadCode {
  public:
    static constexpr std::string_view k_pattern = "^[0-9A-Za-z -]{7,20}$";
    static constexpr std::string_view k_description = "Código de un hilo: HB- y siete caracteres; el último es de control.";
    static constexpr std::string_view k_example = "HB-7K3QF27";

    static ThreadCode make();
    /// Forgives case, spaces, hyphens, a missing "HB", O for 0, I and L for 1, V for B. `code_wrong` otherwise: every
    /// single mistyped character and every pair of swapped ones is noticed.
    static Result<ThreadCode> parse(std::string_view typed);

    const std::string& text() const { return text_; }
    friend bool operator==(const ThreadCode&, const ThreadCode&) = default;

  private:
    explicit ThreadCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// What an anonymous person keeps to come back: "7K3Q-F2XM-9TB9", easy to say aloud. A secret of 54 bits: store only
/// `mac(key, …)` of it (a plain hash of so few bits can be searched), and throttle attempts.
class ReturnCode {
  public:
    static ReturnCode make();
    /// The same each time, for whoever holds the key and knows `of`; for anybody else as good as `make()`.
    static ReturnCode derive(const Key& key, std::string_view of);
    /// Forgives as ThreadCode::parse does.
    static Result<ReturnCode> parse(std::string_view typed);

    /// The code itself, for the person only.
    const std::string& reveal() const { return text_; }

  private:
    explicit ReturnCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// The secret of a link such as `/r/{token}`: 128 bits, 22 characters. Store only a `mac` of it: a plain hash
/// would let whoever can write the database make one.
class LinkToken {
  public:
    static LinkToken make();
    /// `link_wrong` unless it is exactly as made.
    static Result<LinkToken> parse(std::string_view text);

    const std::string& reveal() const { return text_; }

  private:
    explicit LinkToken(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace hebra::crypto
