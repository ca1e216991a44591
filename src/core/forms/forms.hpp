// The forms an institution uses: those that ship with the program, unless it changed them.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "access/audit/audit.hpp"
#include "core/forms/diff.hpp"
#include "platform/db/database.hpp"

namespace hebra::forms {

/// What an import changes against the newest version known. `kept` is false for a dry run.
struct FormImport {
    std::string form;
    Version version;
    std::vector<FormChange> changes;
    bool kept;
};
BOOST_DESCRIBE_STRUCT(FormImport, (), (form, version, changes, kept))

/// draft → published → retired. Retiring the newest is the way back to the one before.
enum class FormAction { publish, retire };
BOOST_DESCRIBE_ENUM(FormAction, publish, retire)

namespace words {
inline constexpr Word k_form_unknown{"form_unknown", "Hebra no tiene un formulario con ese nombre.", "Hebra has no form of that name."};
inline constexpr Word k_form_version_taken{"form_version_taken", "Esa versión ya existe. Súbale el número.",
                                           "That version exists already. Raise its number."};
inline constexpr Word k_form_move{"form_move", "Un borrador se publica y una versión publicada se retira; nada más.",
                                  "A draft is published and a published version is retired; nothing else."};
inline constexpr Word k_record_question{
    "record_question", "Las preguntas del registro (of_record) y sus opciones son las que trae Hebra: cambie sus textos o desactive opciones.",
    "The record's questions (of_record) and their options are those that come with Hebra: change their words or disable options."};
}  // namespace words

class Forms {
  public:
    using Known = std::shared_ptr<const Form>;

    /// @throws std::logic_error when a shipped definition does not hold together
    Forms(db::Database& database, audit::Audit& audit, const Clock& clock);

    /// The published version in force today; the institution's own before the shipped one. From memory: another node's
    /// change shows within 5 s. `not_found` for a form Hebra does not have. Not inside a write or a read.
    Result<Known> current(InstitutionId institution, std::string_view form);
    /// The version a record is pinned to, also when it was retired since.
    Result<Known> find(InstitutionId institution, std::string_view form, const Version& version);

    /// Keeps a new version as a draft; a dry run only says what it would change.
    /// No: `invalid` with every fault of the definition and every change that answers do not allow.
    Result<FormImport> import(const Actor& actor, std::string_view json, bool dry_run);
    /// No: `not_found`; `form_move`.
    Result<> move(const Actor& actor, std::string_view form, const Version& version, FormAction action);

  private:
    using Versions = std::vector<Known>;  ///< the institution's own first, each group by rising version
    struct Remembered {
        std::shared_ptr<const Versions> versions;
        Time read_at;
    };
    std::shared_ptr<const Versions> versions(InstitutionId institution, std::string_view form);
    Known shipped(std::string_view form) const;
    void forget(InstitutionId institution, std::string_view form);

    db::Database& database_;
    audit::Audit& audit_;
    const Clock& clock_;
    std::vector<Known> shipped_;
    std::mutex mutex_;
    std::map<std::pair<InstitutionId, std::string>, Remembered, std::less<>> remembered_;
};

}  // namespace hebra::forms
