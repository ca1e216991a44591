// Notices by e-mail: one letter for all that is new to a person, with code and act only.
#include <map>

#include "core/institutions/institution.hpp"
#include "core/notices/notices.hpp"
#include "core/notices/store.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::notices {
namespace {

constexpr std::int64_t k_a_piece = 50;
constexpr int k_pieces_a_turn = 20;
constexpr std::size_t k_lines = 20;  ///< of a letter; the rest waits in the application
constexpr std::string_view k_letter_kind = "notice";
constexpr auto k_useful_for = std::chrono::hours(6);

Language language_of(access::UserLanguage language) {
    return language == access::UserLanguage::en ? Language::en : Language::es;
}

/// "HB-7K3QF27: una tarea vence hoy a las 22:00".
std::string line_of(const store::Unmailed& notice, const Kind& kind, Time now) {
    const auto language = language_of(notice.language);
    std::string line;
    if (notice.thread_code) line += *notice.thread_code + ": ";
    line += say(kind.act, language);
    if (!notice.due_at) return line;
    const auto zone = calendar::zone_of({.region = notice.region, .comuna = notice.comuna});
    return line + " " + calendar::spoken(*notice.due_at, now, zone, language);
}

struct Reader {
    Private email;
    Language language = Language::es;
    InstitutionId institution;
    audit::EntryId entry;  ///< of the newest
    std::vector<std::string> lines;
};

std::string subject_of(const Reader& reader) {
    if (reader.lines.size() == 1) {
        const auto& line = reader.lines.front();
        return line.starts_with("HB-") ? "Hebra " + line : "Hebra: " + line;
    }
    return reader.language == Language::en ? fmt::format("Hebra: {} notices", reader.lines.size())
                                           : fmt::format("Hebra: {} avisos", reader.lines.size());
}

std::string body_of(const Reader& reader, const std::string& public_url) {
    const bool english = reader.language == Language::en;
    std::string body;
    for (std::size_t n = 0; n < std::min(reader.lines.size(), k_lines); ++n) body += "- " + reader.lines[n] + "\n";
    if (reader.lines.size() > k_lines)
        body += fmt::format("- {} {} {}\n", english ? "and" : "y", reader.lines.size() - k_lines, english ? "more" : "más");
    body += english ? "\nOpen them in Hebra: " : "\nÁbralos en Hebra: ";
    body += public_url + "/avisos\n\n";
    body += english ? "A program wrote this; do not answer it. To stop these e-mails: My account, Notices.\n"
                    : "Esto lo escribió un programa; no lo responda. Para no recibir estos correos: Mi cuenta, Avisos.\n";
    return body;
}

}  // namespace

Notices::Piece Notices::write_some(db::Tx& tx, Time now) {
    const auto found = store::unmailed(tx, now - k_useful_for, k_a_piece);
    std::map<UserId, Reader> readers;
    for (const auto& notice : found) {
        store::mark_mailed(tx, notice.id, now);
        const auto* kind = kind_of(notice.kind);
        if (!notice.is_wanted || kind == nullptr) continue;
        auto& reader = readers[notice.user_id];
        reader.lines.push_back(line_of(notice, *kind, now));
        reader.email = needs_.users.open_profile(notice.user_id, notice.profile).email;
        reader.language = language_of(notice.language);
        reader.institution = notice.institution_id;
        reader.entry = notice.audit_id;
    }
    std::int64_t letters = 0;
    for (const auto& [user, reader] : readers) {
        if (!mail::is_address(reader.email.reveal())) continue;
        mail::Letter letter{reader.email, subject_of(reader), Private(body_of(reader, needs_.public_url))};
        letters += needs_.outbox.add(tx,
                                     {.institution = reader.institution,
                                      .kind = k_letter_kind,
                                      .subject = user.value(),
                                      .letter = std::move(letter),
                                      .useful_for = k_useful_for},
                                     reader.entry.value());
    }
    return {std::ssize(found), letters};
}

std::int64_t Notices::write_letters() {
    if (!needs_.outbox.is_on()) return 0;
    std::int64_t letters = 0;
    for (int turn = 0; turn < k_pieces_a_turn; ++turn) {
        const Time now = needs_.clock.now();
        const auto piece = needs_.database
                               .write([&](db::Tx& tx) -> Result<Piece> { return write_some(tx, now); }, db::Urgency::bulk)
                               .value();
        letters += piece.letters;
        if (piece.seen < k_a_piece) break;
    }
    return letters;
}

}  // namespace hebra::notices
