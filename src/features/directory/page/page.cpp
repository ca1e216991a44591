#include "features/directory/page/page.hpp"

#include "features/directory/import.hpp"
#include "features/directory/match.hpp"
#include "features/directory/page/parts.hpp"
#include "features/directory/page/service_words.hpp"

namespace hebra::directory {
namespace {

http::Response html_response(int status, std::string body) {
    http::Response response{.status = status};
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    // The hour is in the page: a minute is as old as it may be. The language may come from the browser.
    response.headers.add("Cache-Control", status == 200 ? "public, max-age=60" : "no-store");
    response.headers.add("Vary", "Accept-Language");
    response.body = std::move(body);
    return response;
}

http::Response see_other(std::string_view address) {
    http::Response response{.status = 303};
    response.headers.add("Location", address);
    return response;
}

class Pages {
  public:
    explicit Pages(const Rooms& rooms) : rooms_(rooms) {}

    http::Response search(const http::Call& call) const {
        const Time now = rooms_.clock.now();
        const auto asked = read_asked(call, now);
        const auto catalogue = rooms_.directory.catalogue();
        const auto answer = match(*catalogue, asked.question, now);
        const auto sector_of = sectors();
        auto body = framed(asked, now, rooms_.dials, hebra::say(words::k_page_title, asked.language), k_directory_path,
                           rooms_.emergency.shown(asked.language), [&](Sheet& sheet) {
                               sheet.out.leaf("h1", {{"class", "only-heard"}}, sheet.say(words::k_page_title));
                               write_sentence(sheet);
                               const auto listed = write_answer(sheet, answer, sector_of);
                               for (const auto* service : listed) rooms_.uses.shown(service->id);
                               if (listed.empty()) write_relaxations(sheet, relaxations(*catalogue, asked.question, answer, now));
                           });
        return html_response(asked.troubles.empty() ? 200 : 422, std::move(body));
    }

    Result<http::Response> service(const http::Call& call) const {
        const Time now = rooms_.clock.now();
        const auto asked = read_asked(call, now);
        HEBRA_TRY(const auto code, call.path<std::string>("code"));
        const auto catalogue = rooms_.directory.catalogue();
        const auto* found = catalogue->find_code(code);
        if (found != nullptr) rooms_.uses.shown(found->id);
        const auto title = found != nullptr ? std::string_view(found->name) : hebra::say(words::k_page_title, asked.language);
        const auto path = found != nullptr ? service_path(*found) : std::string(k_directory_path);
        auto body = framed(asked, now, rooms_.dials, title, path, rooms_.emergency.shown(asked.language), [&](Sheet& sheet) {
            if (found != nullptr) return write_service(sheet, *found, sectors()(*found), call.query("gracias").has_value());
            sheet.out.leaf("h1", sheet.say(words::k_page_title));
            sheet.out.leaf("p", sheet.say(words::k_not_there));
            sheet.out.leaf("a", {{"class", "back"}, {"href", asked.address(k_directory_path)}}, sheet.say(words::k_back));
        });
        return html_response(found != nullptr ? 200 : 404, std::move(body));
    }

    /// Somebody outside says that something of a row is wrong. It hides nothing: that takes somebody who signs in.
    Result<http::Response> report(const http::Call& call) const {
        const auto asked = read_asked(call, rooms_.clock.now());
        HEBRA_TRY(const auto service, found(call));
        rooms_.uses.reported(service.id);
        auto address = asked.address(service_path(service));
        address += address.find('?') == address.npos ? "?gracias=1" : "&gracias=1";
        return see_other(address + "#avisar");
    }

    Result<http::Response> tap(const http::Call& call) const {
        HEBRA_TRY(const auto service, found(call));
        rooms_.uses.tapped(service.id);
        return http::Response{.status = 204};
    }

    /// The same facts for machines, with the same rule: what nobody confirmed is not told, nor is who checked.
    http::Response open_data() const {
        const Time now = rooms_.clock.now();
        const auto catalogue = rooms_.directory.catalogue();
        auto services = catalogue->services();
        for (auto& service : services) {
            for (auto& channel : service.channels) channel.contact = dialable(channel, now).contact;
            service.checker = {};
            service.notes.clear();
        }
        http::Response response;
        response.headers.add("Content-Type", "text/csv; charset=utf-8");
        response.headers.add("Content-Disposition", "attachment; filename=\"directorio.csv\"");
        response.headers.add("Cache-Control", "public, max-age=300");
        response.body = export_csv(services);
        return response;
    }

  private:
    Result<Service> found(const http::Call& call) const {
        HEBRA_TRY(const auto code, call.path<std::string>("code"));
        const auto catalogue = rooms_.directory.catalogue();
        const auto* service = catalogue->find_code(code);
        if (service == nullptr) return not_found();
        return *service;
    }

    /// Whose area nobody said wears the sector of helplines.
    static SectorOf sectors() {
        return [](const Service& service) { return service.area.value_or(institutions::Sector::helpline); };
    }

    Rooms rooms_;
};

}  // namespace

void add_public_pages(http::Router& router, const Rooms& rooms) {
    const auto pages = std::make_shared<const Pages>(rooms);
    router.get("/directorio").open("the directory is public").respond([pages](const http::Call& call) { return pages->search(call); });
    router.get("/directorio/{code}").open("the directory is public").respond([pages](const http::Call& call) { return pages->service(call); });
    router.post("/directorio/{code}/avisos").open("anybody may say that something is wrong: counted, of nobody")
        .respond([pages](const http::Call& call) { return pages->report(call); });
    router.post("/directorio/{code}/toques").open("a tap is counted, of nobody").respond([pages](const http::Call& call) { return pages->tap(call); });
    router.get("/directorio.csv").open("the directory is public").respond([pages](const http::Call&) { return pages->open_data(); });
}

}  // namespace hebra::directory
