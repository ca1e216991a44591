// Small strong values of a person, each with its own limits and its own words.
#pragma once
#include <string>
#include <string_view>

#include "base/private.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hebra::people {

namespace words {
inline constexpr Word k_bad_age{"bad_age", "La edad va de 0 a 120 años, en números enteros.",
                                "Age goes from 0 to 120, in whole years."};
inline constexpr Word k_bad_birth_date{"bad_birth_date", "La fecha de nacimiento no existe. Escríbala así: 2010-11-19.",
                                       "The birth date does not exist. Write it like this: 2010-11-19."};
inline constexpr Word k_birth_out_of_range{"birth_out_of_range", "La fecha de nacimiento está en el futuro o tiene más de 120 años.",
                                           "The birth date is in the future or more than 120 years ago."};
inline constexpr Word k_bad_email{"bad_email", "El correo no tiene la forma nombre@dominio.",
                                  "The e-mail does not look like name@domain."};
inline constexpr Word k_blank{"blank", "Está en blanco. Escríbalo, o quite el dato.", "It is blank. Write it, or leave it out."};
inline constexpr Word k_one_line{"one_line", "Va en una sola línea.", "It goes in a single line."};
}  // namespace words

/// What a person is called, or one part of it: one line, not blank, trimmed.
class Name : public Private {
  public:
    static constexpr std::size_t k_max_bytes = 120;
    static constexpr std::string_view k_pattern = "\\S", k_description = "one line, not blank", k_example = "Rayén";
    static Result<Name> parse(std::string_view text);
    Name() = default;
    /// Of text that is known to be one: from another name, or the program's own.
    Name(Private text) : Private(std::move(text)) {}
};

/// What a person says of themselves, in words that are theirs: no list is offered on purpose (L31). Not blank, trimmed.
class OwnWords : public Private {
  public:
    static constexpr std::size_t k_max_bytes = 400;
    static constexpr std::string_view k_pattern = "\\S", k_description = "in the person's own words, not blank";
    static Result<OwnWords> parse(std::string_view text);
    OwnWords() = default;
    /// As of Name.
    OwnWords(Private text) : Private(std::move(text)) {}
};

/// Whole years, 0 to 120.
class Age {
  public:
    static constexpr std::int64_t k_minimum = 0, k_maximum = 120;
    static Result<Age> from_number(std::int64_t years);
    std::int64_t number() const { return years_; }
    friend auto operator<=>(const Age&, const Age&) = default;
    Age() = default;

  private:
    explicit Age(int years) : years_(years) {}
    int years_ = 0;
};

/// A calendar day that exists, from 1900 on. Whether it is in the future is checked against the day of entry.
class BirthDate {
  public:
    static constexpr std::string_view k_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", k_description = "ISO 8601 date",
                                      k_example = "2010-11-19";
    static Result<BirthDate> parse(std::string_view text);
    std::string text() const { return to_text(day_); }
    Date day() const { return day_; }
    friend bool operator==(const BirthDate&, const BirthDate&) = default;
    BirthDate() = default;

  private:
    explicit BirthDate(Date day) : day_(day) {}
    Date day_{};
};

/// An address as people write it: trimmed, domain in lower case. Only its shape is checked.
class Email {
  public:
    static constexpr std::string_view k_pattern = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", k_description = "e-mail address",
                                      k_example = "persona@example.org";
    static Result<Email> parse(std::string_view text);
    const std::string& text() const { return text_.reveal(); }
    friend bool operator==(const Email&, const Email&) = default;
    Email() = default;

  private:
    explicit Email(std::string text) : text_(std::move(text)) {}
    Private text_;
};

}  // namespace hebra::people
