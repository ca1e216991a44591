// The RUN, Rol Único Nacional: the number on every Chilean identity card (also called RUT).
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hebra::chile {

namespace words {
inline constexpr Word k_run_short{
    "run_short", "El RUN está incompleto: van los números y el dígito verificador, por ejemplo 12.345.678-5.",
    "The RUN is incomplete: it takes the number and the check digit, for example 12.345.678-5."};
inline constexpr Word k_run_long{
    "run_long",
    "El RUN lleva a lo más ocho números y el verificador. Si es un IPE o un número provisorio, elija ese tipo de documento.",
    "A RUN has at most eight digits and the check digit. If it is an IPE or a provisional number, choose that kind of "
    "document."};
inline constexpr Word k_run_letters{
    "run_letters", "El RUN lleva solo números y, al final, un dígito o la letra K.",
    "A RUN holds only digits and, at the end, a digit or the letter K."};
/// Never tells the right digit: a guessed number must not become a valid one by our help.
inline constexpr Word k_run_check_digit{
    "run_check_digit",
    "El dígito verificador no corresponde a ese RUN. Puede ser un error al escribirlo: compárelo con la cédula.",
    "The check digit does not belong to that RUN. It may be a typing slip: compare it with the card."};
}  // namespace words

/// A RUN whose check digit agrees, 1 to 99.999.999. That it agrees does not mean that it was issued.
class Run {
  public:
    static constexpr std::uint32_t k_greatest = 99'999'999;
    static constexpr std::size_t k_max_bytes = 40;
    static constexpr std::string_view k_pattern = "^\\s*[0-9][^A-Za-z]*[0-9kK]\\s*$";
    static constexpr std::string_view k_description =
        "RUN chileno con dígito verificador (módulo 11), con o sin puntos y guion. Se devuelve como 12345678-5.";
    static constexpr std::string_view k_example = "12345678-5";

    /// Not a RUN: only a place for one.
    Run() = default;

    /// Accepts dots, spaces, any dash or none, leading zeros, k or K.
    /// @return `invalid` with run_short, run_long, run_letters or run_check_digit
    static Result<Run> parse(std::string_view typed);
    /// The RUN of a number, for synthetic people. Throws std::out_of_range beyond 1–99.999.999.
    static Run of(std::uint32_t number);

    std::uint32_t number() const { return number_; }
    char check_digit() const;
    /// "12345678-5": how it is stored, compared and sent.
    std::string text() const;
    /// "12.345.678-5": how a person reads it.
    std::string pretty() const;
    /// "••.•••.678-5": enough to recognise a RUN one knows.
    std::string masked() const;

    friend auto operator<=>(const Run&, const Run&) = default;

  private:
    explicit Run(std::uint32_t number) : number_(number) {}
    std::uint32_t number_ = 0;
};

}  // namespace hebra::chile
