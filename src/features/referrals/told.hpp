// A package in words, for pages without a script and for paper: labels in the reader's language, texts as they were written.
#pragma once
#include "features/referrals/content.hpp"
#include "platform/pdf/sheet.hpp"

namespace hebra::referrals {

/// Who, what is happening, what is asked.
std::vector<pdf::Field> three_lines(const Package& package, Language language);
/// In whole years, which always travels: that nobody knows it is said too.
pdf::Field age_field(const Package& package, Language language);
/// Who they are and safe contact, as far as they travelled.
std::vector<pdf::Field> contact_fields(const Package& package, Language language);
/// "21-11-2026 12:00", on Chile's continental clocks: what is kept on paper is not "today".
std::string dated(Time time);

/// What the person wants, in their words.
std::vector<pdf::Field> wish_fields(const Package& package, Language language);
/// What was done, the social.
std::vector<pdf::Field> background_fields(const Package& package, Language language);
/// Class 3, which whoever shows records first.
std::vector<pdf::Field> health_fields(const Package& package);
/// That there is something of class 4, and for whom: its text is never here.
std::vector<pdf::Field> restricted_fields(const Package& package, Language language);
/// What was asked and answered since it was sent.
std::vector<pdf::Field> addition_fields(const Package& package, Language language);
/// Which classes, by what right, about what.
std::vector<pdf::Field> travel_fields(const Package& package, Language language);
/// To which service, of which thread, under which fingerprint.
std::vector<pdf::Field> frame_fields(const Package& package, const std::optional<std::string>& hash, Language language);

}  // namespace hebra::referrals
