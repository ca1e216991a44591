#include "platform/http/problem.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "platform/http/file_words.hpp"
#include "platform/http/words.hpp"
#include "platform/json/writer.hpp"

namespace hebra::http {
namespace {

struct Kind {
    int status;
    std::string_view es;
    std::string_view en;
};

/// In the order of `Refused`.
constexpr std::array<Kind, 10> k_kinds = {{
    {422, "Datos que corregir", "Data to correct"},
    {400, "No se entiende la petición", "The request cannot be understood"},
    {401, "Hay que iniciar sesión", "Sign-in needed"},
    {403, "No permitido", "Not allowed"},
    {404, "No encontrado", "Not found"},
    {409, "No es posible en este estado", "Not possible in this state"},
    {412, "Cambió mientras tanto", "Changed meanwhile"},
    {413, "Demasiado grande", "Too large"},
    {429, "Demasiados intentos", "Too many attempts"},
    {503, "No disponible por ahora", "Not available for now"},
}};

constexpr Word k_go_back{"go_back", "Vuelva atrás en su navegador: lo que escribió sigue ahí.",
                         "Go back in your browser: what you wrote is still there."};

constexpr Word k_load_again{"load_again", "Cargue la página otra vez en unos segundos. Si es una emergencia, llame al 131 (ambulancia) o al 133 (Carabineros).",
                            "Load the page again in a few seconds. In an emergency call 131 (ambulance) or 133 (police)."};

/// Whoever tried too often is let in again by then, whichever of the house's counters it was: the longest lasts so long.
constexpr std::chrono::seconds k_let_in_after = std::chrono::minutes(15);

/// Statuses that only the HTTP floor answers, told by its own words.
int own_status(std::string_view code) {
    if (code == words::k_method_not_allowed.code) return 405;
    if (code == words::k_want_json.code || code == words::k_not_a_file.code) return 415;
    if (code == words::k_want_websocket.code) return 426;
    if (code == words::k_if_match_missing.code) return 428;
    if (code == words::k_header_too_large.code) return 431;
    if (code == words::k_too_slow.code) return 408;
    return 0;
}

const Kind& kind_of(const Refusal& refusal) { return k_kinds.at(static_cast<std::size_t>(refusal.kind)); }

Response write_problem(int status, std::string_view title, const Word& word, const std::vector<FieldError>& fields,
                       Language language, std::string_view request_id) {
    json::Writer out;
    out.begin_object();
    out.key("type");
    out.text("urn:hebra:problem:" + std::string(word.code));
    out.key("title");
    out.text(title);
    out.key("status");
    out.number(std::int64_t{status});
    out.key("code");
    out.text(word.code);
    out.key("detail");
    out.text(say(word, language));
    out.key("errors");
    out.begin_list();
    for (const auto& field : fields) {
        out.begin_object();
        out.key("pointer");
        out.text(field.pointer);
        out.key("code");
        out.text(field.word.code);
        out.key("message");
        out.text(say(field.word, language));
        out.end_object();
    }
    out.end_list();
    out.key("request_id");
    out.text(request_id);
    out.end_object();

    Response response{.status = status, .body = out.take()};
    response.headers.add("Content-Type", "application/problem+json");
    response.headers.add("Content-Language", language == Language::en ? "en" : "es");
    if (status == 503) response.headers.add("Retry-After", "2");
    if (status == 426) response.headers.add("Upgrade", "websocket");
    if (status == 401) response.headers.add("WWW-Authenticate", "Bearer");
    return response;
}

/// The weight of one range of Accept-Language, "en-GB;q=0.8" → 0.8; 1 if it names none, 0 if it is unreadable.
double weight_of(std::string_view range) {
    const auto at = range.find("q=");
    if (at == std::string_view::npos) return 1;
    double weight = 0;
    std::from_chars(range.data() + at + 2, range.data() + range.size(), weight);
    return weight;
}

}  // namespace

Language language_of(const Headers& headers) {
    auto rest = headers.find("Accept-Language").value_or("");
    double spanish = 0;
    double english = 0;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        auto range = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        range.remove_prefix(std::min(range.find_first_not_of(' '), range.size()));
        const auto tag = range.substr(0, range.find_first_of("-; "));
        if (tag == "es") spanish = std::max(spanish, weight_of(range));
        if (tag == "en") english = std::max(english, weight_of(range));
    }
    return english > spanish ? Language::en : Language::es;
}

int status_of(const Refusal& refusal) {
    const int own = own_status(refusal.word.code);
    return own != 0 ? own : kind_of(refusal).status;
}

Response problem(const Refusal& refusal, Language language, std::string_view request_id) {
    const auto& kind = kind_of(refusal);
    auto told = write_problem(status_of(refusal), language == Language::en ? kind.en : kind.es, refusal.word, refusal.fields,
                              language, request_id);
    if (refusal.kind == Refused::too_many) told.headers.add("Retry-After", fmt::format("{}", k_let_in_after.count()));
    return told;
}

Response refusal_page(int status, const Refusal& refusal, Language language) {
    const auto& kind = kind_of(refusal);
    const auto title = language == Language::en ? kind.en : kind.es;
    Response response{.status = status};
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.headers.add("Cache-Control", "no-store");
    response.body = fmt::format(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        "<title>{}</title></head><body><main><h1>{}</h1><p>{}</p><p>{}</p></main></body></html>\n",
        language == Language::en ? "en" : "es", title, title, say(refusal.word, language),
        say(refusal.kind == Refused::unavailable ? k_load_again : k_go_back, language));
    return response;
}

Response failure(Language language, std::string_view request_id) {
    return write_problem(500, language == Language::en ? "Internal failure" : "Falla interna", words::k_failed, {}, language,
                         request_id);
}

}  // namespace hebra::http
