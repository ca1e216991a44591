#include "features/attention/api.hpp"
#include "features/attention/routes.hpp"
#include "platform/json/schema.hpp"

// Plain words inside a form; in the API's one list of names they say what they are of.
namespace hebra {
template <> inline constexpr std::string_view json::k_schema_name<forms::Definition> = "FormDefinition";
template <> inline constexpr std::string_view json::k_schema_name<forms::Version> = "FormVersion";
template <> inline constexpr std::string_view json::k_schema_name<forms::Label> = "FormLabel";
template <> inline constexpr std::string_view json::k_schema_name<forms::FieldType> = "FormFieldType";
template <> inline constexpr std::string_view json::k_schema_name<forms::Option> = "FormOption";
template <> inline constexpr std::string_view json::k_schema_name<forms::Field> = "FormField";
template <> inline constexpr std::string_view json::k_schema_name<forms::Section> = "FormSection";
template <> inline constexpr std::string_view json::k_schema_name<forms::Source> = "FormSource";
template <> inline constexpr std::string_view json::k_schema_name<forms::Lens> = "FormLens";
template <> inline constexpr std::string_view json::k_schema_name<forms::Term> = "FormScoreTerm";
template <> inline constexpr std::string_view json::k_schema_name<forms::ScoreRule> = "FormScoreRule";
}  // namespace hebra

namespace hebra::attention {
namespace {

const std::vector<forms::SampleAnswers> k_no_samples;

struct ImportForm {
    json::Raw definition;
    std::optional<bool> dry_run;
    std::optional<std::vector<forms::SampleAnswers>> samples;
};
BOOST_DESCRIBE_STRUCT(ImportForm, (), (definition, dry_run, samples))

struct CompareForm {
    std::optional<std::vector<forms::SampleAnswers>> samples;
};
BOOST_DESCRIBE_STRUCT(CompareForm, (), (samples))

struct MoveForm {
    forms::FormAction action;
};
BOOST_DESCRIBE_STRUCT(MoveForm, (), (action))

struct FormList {
    std::vector<forms::FormInForce> items;
};
BOOST_DESCRIBE_STRUCT(FormList, (), (items))

/// A version as the list of them tells it.
struct FormVersionListed {
    forms::Version version;
    forms::FormStatus status;
    Date effective_from;
    bool in_force;
    bool ships_with_hebra;
    std::optional<Time> changed_at;      ///< when it came to its status
    std::optional<Private> changed_by;   ///< the name of who brought it there
};
BOOST_DESCRIBE_STRUCT(FormVersionListed, (), (version, status, effective_from, in_force, ships_with_hebra, changed_at, changed_by))

struct FormVersionList {
    std::vector<FormVersionListed> items;
};
BOOST_DESCRIBE_STRUCT(FormVersionList, (), (items))

FormVersionListed listed(const forms::FormVersion& one, access::Users& users) {
    FormVersionListed told{one.version, one.status, one.effective_from, one.in_force, one.ships_with_hebra, one.changed_at, {}};
    if (one.changed_by) told.changed_by = users.name_of(*one.changed_by);
    return told;
}

}  // namespace

void add_form_routes(http::Router& router, forms::Forms& forms, access::Users& users) {
    router.get("/api/v1/forms")
        .signed_in("titles of forms: nobody's answers")
        .summary("The forms Hebra has, each as it is asked today in one's institution")
        .handle([&forms](const http::Call& call) -> Result<FormList> { return FormList{forms.all(call.actor().institution)}; });

    router.get("/api/v1/forms/{form}")
        .signed_in("questions and their words: nobody's answers")
        .summary("The version of a form in force in one's institution")
        .handle([&forms](const http::Call& call) -> Result<forms::Definition> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto form, forms.current(call.actor().institution, name));
            return form->definition();
        });

    router.get("/api/v1/forms/{form}/versions/{version}")
        .signed_in("questions and their words: nobody's answers")
        .summary("One version of a form: the one a record was written with")
        .handle([&forms](const http::Call& call) -> Result<forms::Definition> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto version, call.path<forms::Version>("version"));
            HEBRA_TRY(const auto form, forms.find(call.actor().institution, name, version));
            return form->definition();
        });

    router.get("/api/v1/forms/{form}/versions")
        .allow(k_form_manage)
        .summary("One's institution's versions of a form and the one that ships, the newest first, and which is in force today")
        .handle([&forms, &users](const http::Call& call) -> Result<FormVersionList> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto history, forms.history(call.actor().institution, name));
            FormVersionList list;
            for (const auto& one : history) list.items.push_back(listed(one, users));
            return list;
        });

    router.post("/api/v1/forms/import")
        .allow(k_form_manage)
        .summary("Import a version of a form as a draft, or only see what it would change, also for made-up answers; these are never kept")
        .handle<ImportForm>([&forms](const http::Call& call, const ImportForm& body) {
            return forms.import(call.actor(), body.definition.text, body.dry_run.value_or(false), body.samples.value_or(k_no_samples));
        });

    router.post("/api/v1/forms/{form}/versions/{version}/comparisons")
        .allow(k_form_manage)
        .summary("See what a kept version changes against the one in force, also for made-up answers; nothing is kept")
        .handle<CompareForm>([&forms](const http::Call& call, const CompareForm& body) -> Result<forms::FormImport> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto version, call.path<forms::Version>("version"));
            return forms.compare(call.actor().institution, name, version, body.samples.value_or(k_no_samples));
        });

    router.post("/api/v1/forms/{form}/versions/{version}/moves")
        .allow(k_form_manage)
        .summary("Publish a draft or throw it away, or retire a published version: the one before is asked again")
        .handle<MoveForm>([&forms](const http::Call& call, const MoveForm& body) -> Result<> {
            HEBRA_TRY(const auto name, call.path<std::string>("form"));
            HEBRA_TRY(const auto version, call.path<forms::Version>("version"));
            return forms.move(call.actor(), name, version, body.action);
        });
}

}  // namespace hebra::attention
