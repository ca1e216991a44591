// What a directory prints to be dialled: a telephone, perhaps with an extension, or a short number.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "platform/chile/phone.hpp"
#include "platform/chile/short_code.hpp"

namespace hebra::chile {

namespace words {
inline constexpr Word k_extension_form{
    "extension_form", "Después del teléfono solo puede ir un anexo u opción, por ejemplo «anexo 123» u «opción 6».",
    "After the telephone only an extension or option may follow, for example \"anexo 123\" or \"opción 6\"."};
}  // namespace words

class Dialable {
  public:
    static constexpr std::size_t k_max_bytes = 80;
    static constexpr std::string_view k_pattern = "^[+*#(0-9][^;]*(;ext=[0-9]{1,6})?$";
    static constexpr std::string_view k_description =
        "Teléfono (E.164, con ;ext= si hay anexo u opción) o número corto (131, *4141).";
    static constexpr std::string_view k_example = "*4141";

    /// Not a number: only a place for one.
    Dialable() = default;

    /// "600 600 2626 opción 6", "+56 2 2635 3800 anexo 123", "*4141". The no answers are those of Phone and ShortCode, and
    /// extension_form.
    static Result<Dialable> parse(std::string_view typed);

    PhoneKind kind() const;
    /// "+56226353800;ext=123" (RFC 3966), "*4141": how it is stored, compared and sent.
    std::string text() const;
    /// "+56 2 2635 3800", without the extension: whether it is an "anexo" or an "opción" only the directory's row knows.
    std::string pretty() const;
    /// The href that dials it, "tel:+56226353800". 600 and 800 numbers go without +56: they are
    /// dialled so, and only within Chile.
    std::string uri() const;
    /// Digits to press once somebody, or a machine, answers; empty when none.
    const std::string& extension() const { return extension_; }
    std::optional<Word> doubtful() const;

    friend bool operator==(const Dialable&, const Dialable&) = default;

  private:
    const Phone* phone() const { return std::get_if<Phone>(&number_); }

    std::variant<Phone, ShortCode> number_;
    std::string extension_;
};

}  // namespace hebra::chile
