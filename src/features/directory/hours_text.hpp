// Opening hours in words: "Lun-Vie 10:00-22:00; Sáb 11:00-17:00; excepto feriados". What is not surely understood is
// unknown: nobody may find a closed door, or stay away from an open one, because we guessed.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/calendar/schedule.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_hours_absent{"hours_absent", "El horario no se sabe.", "The hours are unknown."};
inline constexpr Word k_hours_doubtful{"hours_doubtful",
                                       "El horario viene con una duda o una nota: compruébelo antes de usarlo.",
                                       "The hours come with a doubt or a note: check them before using them."};
inline constexpr Word k_hours_not_understood{
    "hours_not_understood",
    "El horario no se entiende. Escríbalo como \"Lun-Vie 09:00-18:00; Sáb 10:00-14:00; excepto feriados\" o \"24/7\".",
    "The hours are not understood. Write them as \"Lun-Vie 09:00-18:00; Sáb 10:00-14:00; excepto feriados\" or \"24/7\"."};
}  // namespace words

struct ReadHours {
    calendar::Schedule schedule;  ///< unknown whenever there is a doubt
    std::optional<Word> doubt;
};

/// Reads days (names or first three letters, Spanish or English, ranges, "todos los días"), one or more spans a day, past
/// midnight too, "24/7", holidays ("incl. feriados", "excepto festivos", "feriados 10:00-14:00"), "desde" and "hasta" a
/// date. Holidays that are not mentioned stay unknown, except around the clock. Anything else makes the whole unknown:
/// k_hours_absent, k_hours_doubtful (a parenthesis, a word of doubt), k_hours_not_understood.
ReadHours read_hours(std::string_view text);

/// The same words for a schedule; empty if unknown. Special days have no words here.
std::string write_hours(const calendar::Schedule& schedule);

}  // namespace hebra::directory
