// What somebody is writing and has not sent. Keyed to user, institution, form and record, so that it never leaks into
// another form, and kept on the server, so that it survives a reload, an expired session and a killed server.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/keys/vault.hpp"
#include "base/actor.hpp"
#include "base/result.hpp"
#include "platform/db/database.hpp"
#include "platform/json/types.hpp"

namespace hebra::drafts {

/// A draft expires unused after this long: long enough for a long weekend and an illness, short enough to forget.
inline constexpr auto k_kept = std::chrono::days(14);

namespace words {
inline constexpr Word k_draft_elsewhere{
    "draft_elsewhere", "Este borrador siguió en otra ventana. Compare los dos antes de guardar.",
    "This draft went on in another window. Compare the two before saving."};
inline constexpr Word k_draft_by_halves{"draft_by_halves", "Diga el formulario y el registro, los dos, o ninguno.", "Say the form and the record, both of them, or neither."};
inline constexpr Word k_bad_draft_name{"bad_draft_name",
                                       "Un borrador se guarda bajo el código de su formulario y el de su registro, nunca bajo un nombre.",
                                       "A draft is kept under its form's code and its record's, never under a name."};
inline constexpr Word k_draft_erased{"draft_erased", "La persona fue borrada: de ella no se guarda nada más.",
                                     "The person was erased: nothing more is kept of them."};
}  // namespace words

struct Draft {
    std::string form;
    std::string record;
    json::Raw content;
    Time updated_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (form, record, content, updated_at, version))

struct SaveDraft {
    json::Raw content;
    int seen;  ///< the version this window last saw; 0 for a new draft
};
BOOST_DESCRIBE_STRUCT(SaveDraft, (), (content, seen))

/// What a draft is kept under. `bad_draft_name`, by field.
/// @param where the names stand: '/' in the path, '?' in the query
Result<> check_name(const std::string& form, const std::string& record, char where);

class Drafts {
  public:
    Drafts(db::Database& database, access::Vault& vault, const Clock& clock) : database_(database), vault_(vault), clock_(clock) {}

    /// @return the draft as kept; or `draft_elsewhere` when another window saved it since `seen`. A draft that another window
    /// threw away begins again: what this one holds is not lost. `draft_erased` about somebody of whom nothing may be left
    Result<Draft> save(const Actor& actor, const std::string& form, const std::string& record, const SaveDraft& draft);
    Result<Draft> find(const Actor& actor, const std::string& form, const std::string& record);
    /// All of mine in the institution acted for, the newest first.
    std::vector<Draft> mine(const Actor& actor);
    /// Sent or thrown away: nothing happens when there was none.
    void remove(const Actor& actor, const std::string& form, const std::string& record);

  private:
    Result<Draft> read(db::Reader& reader, const Actor& actor, const std::string& form, const std::string& record);

    db::Database& database_;
    access::Vault& vault_;
    const Clock& clock_;
};

/// Inside the use case that sends it: the draft goes in the same transaction.
void remove_draft(db::Tx& tx, const Actor& actor, const std::string& form, const std::string& record);
/// Of one institution, the drafts about a record that it erases, whoever of it writes them. What another institution writes
/// about the same code is about its own person.
void remove_drafts_about(db::Tx& tx, InstitutionId institution, const std::string& record);
/// Everybody's drafts about a record that everybody loses: a package that was told and is no more.
void remove_all_drafts_about(db::Tx& tx, const std::string& record);
/// Of one institution, the drafts that name somebody who is erased, or their records, in what they hold: a contact not yet sent.
/// Each is opened, which takes a while and happens once in a person's life.
void remove_drafts_naming(db::Tx& tx, const access::InstitutionKeys& keys, InstitutionId institution, std::span<const std::string> names);
std::int64_t forget_old_drafts(db::Tx& tx, Time now);

}  // namespace hebra::drafts
