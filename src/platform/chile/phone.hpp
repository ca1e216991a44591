// Telephone numbers, by the Chilean numbering plan and E.164.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/result.hpp"

namespace hebra::chile {

/// toll: 600 (shared cost, solicited mass calls), 800 (free) and 809 (unsolicited mass calls, Res. Ex. 286 of 2025).
/// landline includes 44, telephony over the Internet. short_code is never a Phone's, only a Dialable's.
enum class PhoneKind { mobile, landline, toll, short_code, foreign };
BOOST_DESCRIBE_ENUM(PhoneKind, mobile, landline, toll, short_code, foreign)

namespace words {
inline constexpr Word k_phone_short{
    "phone_short", "Al número le faltan dígitos. Un fijo lleva código de área (2 2345 6789) y un celular empieza con 9.",
    "The number lacks digits. A landline takes its area code (2 2345 6789) and a mobile begins with 9."};
inline constexpr Word k_phone_long{
    "phone_long", "Al número le sobran dígitos. Si es de otro país, empiece con + y el código del país.",
    "The number has too many digits. If it is from another country, begin with + and the country code."};
inline constexpr Word k_phone_letters{
    "phone_letters", "El teléfono lleva solo números. Deje el nombre o la nota en otro campo.",
    "A telephone holds only digits. Leave the name or note in another field."};
inline constexpr Word k_phone_several{"phone_several", "Hay más de un teléfono en el campo. Ponga uno en cada campo.",
                                      "There is more than one telephone in the field. Put one in each field."};
inline constexpr Word k_phone_is_short_code{
    "phone_is_short_code", "Ese es un número corto de servicio, no el teléfono de una persona.",
    "That is a short service number, not a person's telephone."};
inline constexpr Word k_doubt_mobile_guessed{
    "doubt_mobile_guessed", "Tenía ocho dígitos y se leyó como celular antiguo, con un 9 delante. Confírmelo.",
    "It had eight digits and was read as an old mobile, with a 9 in front. Confirm it."};
inline constexpr Word k_doubt_santiago_guessed{
    "doubt_santiago_guessed", "Tenía ocho dígitos y se leyó como fijo de Santiago, con un 2 delante. Confírmelo.",
    "It had eight digits and was read as a Santiago landline, with a 2 in front. Confirm it."};
inline constexpr Word k_doubt_area{
    "doubt_area", "Ese código de área no está en el plan chileno. Revise el número.",
    "That area code is not in the Chilean plan. Check the number."};
inline constexpr Word k_doubt_toll_length{
    "doubt_toll_length", "Los números 600 llevan siete dígitos después del 600, y los 800, seis. Revise el número.",
    "A 600 number has seven digits after the 600, and an 800 number six. Check the number."};
inline constexpr Word k_doubt_country{
    "doubt_country", "Se leyó como número de otro país, pero parece chileno al que le falta el 56. Confírmelo.",
    "It was read as another country's number, but looks like a Chilean one without its 56. Confirm it."};
inline constexpr Word k_doubt_no_plus{
    "doubt_no_plus", "Tiene más dígitos que un número chileno y se leyó como de otro país. Confírmelo y escríbalo con +.",
    "It has more digits than a Chilean number and was read as another country's. Confirm it and write it with +."};
inline constexpr Word k_doubt_filler{
    "doubt_filler", "Parece un número de relleno. Confírmelo con la persona.",
    "It looks like a filler number. Confirm it with the person."};
}  // namespace words

/// A number that a telephone network could carry, in E.164. It is refused only when no network could; what merely does
/// not fit the plan is kept and doubtful (plans change, people do not lose their number for it).
class Phone {
  public:
    static constexpr std::size_t k_max_bytes = 60;
    static constexpr std::string_view k_pattern = "^[^A-Za-z]*[0-9][^A-Za-z]*$";
    static constexpr std::string_view k_description =
        "Teléfono. Sin + se lee como chileno, con o sin 56, 0 o 09. Se devuelve en E.164 (+56900000147).";
    static constexpr std::string_view k_example = "+56900000147";

    /// Not a number: only a place for one.
    Phone() = default;

    /// @return `invalid` with phone_short, phone_long, phone_letters, phone_several or phone_is_short_code
    static Result<Phone> parse(std::string_view typed);

    PhoneKind kind() const { return kind_; }
    /// E.164, "+56900000147": how it is stored, compared and sent. 600 and 800 numbers too, though they only ring in Chile.
    const std::string& text() const { return text_; }
    /// "+56 9 0000 0147"; "600 360 7777".
    std::string pretty() const;
    /// "+56 9 •••• •147": enough to recognise a number one knows.
    std::string masked() const;
    /// Why a person should look again; nullopt when nothing is odd. A doubt about how it was typed (eight digits, no
    /// +) is told only by the value that `parse` returned then: keep it beside the number, as its confidence.
    const std::optional<Word>& doubtful() const { return doubt_; }
    /// In the range that Hebra keeps for invented people, +56 9 0000 0NNN: never dialled, never written to.
    bool is_fictional() const;

    friend bool operator==(const Phone& a, const Phone& b) { return a.text_ == b.text_; }

  private:
    Phone(PhoneKind kind, std::string text, std::optional<Word> doubt)
        : kind_(kind), text_(std::move(text)), doubt_(std::move(doubt)) {}

    PhoneKind kind_ = PhoneKind::foreign;
    std::string text_;
    std::optional<Word> doubt_;
};

}  // namespace hebra::chile
