// Short numbers, dialled inside Chile only: 131, 133, 1412, *4141.
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hebra::chile {

namespace words {
inline constexpr Word k_short_code_form{
    "short_code_form",
    "Un número corto empieza con 1 (131, 1412) o con asterisco (*4141). Si falta el asterisco, agréguelo.",
    "A short number begins with 1 (131, 1412) or with an asterisk (*4141). If the asterisk is missing, add it."};
}  // namespace words

/// A number of three or four digits that begins with 1 (public services: Plan Técnico Fundamental de Numeración), or of
/// three to five behind * or # (agreed among mobile operators). It has no E.164 form and takes no messages.
class ShortCode {
  public:
    static constexpr std::size_t k_max_bytes = 20;
    static constexpr std::string_view k_pattern = "^[*#]?[0-9 ]{3,9}$";
    static constexpr std::string_view k_description = "Número corto chileno: 131, 1412, *4141.";
    static constexpr std::string_view k_example = "*4141";

    /// Not a number: only a place for one.
    ShortCode() = default;

    /// Forgives spaces. `invalid` with short_code_form.
    static Result<ShortCode> parse(std::string_view typed);

    const std::string& text() const { return text_; }
    friend bool operator==(const ShortCode&, const ShortCode&) = default;

  private:
    explicit ShortCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace hebra::chile
