// One's own notices: the list, saying that one knows, whether they come by e-mail too, and the socket that says there is more.
#include "features/notice_pages/routes.hpp"

namespace hebra::notice_pages {
namespace {

constexpr std::size_t k_a_page = 50;
constexpr std::size_t k_ids_at_most = 100;

namespace words {
inline constexpr Word k_too_many_notices{"too_many_notices", "Marque hasta 100 avisos a la vez.", "Mark up to 100 notices at a time."};
}

struct NoticeQuery {
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (), (cursor))

struct NoticeList {
    std::vector<notices::Notice> items;
    std::optional<std::string> next_cursor;
    std::int64_t open_count;  ///< of all, not of this page
};
BOOST_DESCRIBE_STRUCT(NoticeList, (), (items, next_cursor, open_count))

struct Acknowledgement {
    std::vector<NoticeId> ids;
};
BOOST_DESCRIBE_STRUCT(Acknowledgement, (), (ids))

struct NoticeSettings {
    bool by_email;
    bool mail_on;  ///< false: this installation sends no mail, whatever one prefers
};
BOOST_DESCRIBE_STRUCT(NoticeSettings, (), (by_email, mail_on))

Result<NoticeList> list(notices::Notices& notices, const Actor& actor, const std::optional<std::string>& cursor) {
    notices::Position before{Time::max(), {}};
    if (cursor) {
        HEBRA_TRY(before, http::read_cursor<notices::Position>(*cursor));
    }
    NoticeList page{.items = notices.open_of(actor, before, k_a_page + 1), .next_cursor = {}, .open_count = notices.count_open(actor)};
    if (page.items.size() > k_a_page) {
        page.items.resize(k_a_page);
        page.next_cursor = http::cursor_of(notices::Position{page.items.back().at, page.items.back().id});
    }
    return page;
}

}  // namespace

void add_notice_routes(http::Router& router, notices::Notices& notices, bool is_mail_on, http::Live& live) {
    router.get("/api/v1/notices")
        .signed_in("one's own notices")
        .summary("What one was told and has not acknowledged, the newest first: code and act")
        .handle<NoticeQuery>([&notices](const http::Call& call, const NoticeQuery& query) {
            return list(notices, call.actor(), query.cursor);
        });

    router.post("/api/v1/notices/acknowledgements")
        .signed_in("one's own notices")
        .summary("Say that one knows")
        .handle<Acknowledgement>([&notices](const http::Call& call, const Acknowledgement& body) -> Result<> {
            if (body.ids.size() > k_ids_at_most) return refuse_field("/ids", words::k_too_many_notices);
            return notices.acknowledge(call.actor(), body.ids);
        });

    router.get("/api/v1/me/notices")
        .signed_in("about oneself")
        .summary("Whether one's notices come by e-mail too")
        .handle([&notices, is_mail_on](const http::Call& call) -> Result<NoticeSettings> {
            return NoticeSettings{notices.preference(call.actor()).by_email, is_mail_on};
        });

    router.put("/api/v1/me/notices")
        .signed_in("about oneself")
        .summary("Have one's notices by e-mail too, or not")
        .handle<notices::Preference>(
            [&notices, is_mail_on](const http::Call& call, const notices::Preference& body) -> Result<NoticeSettings> {
                HEBRA_TRY(const auto stored, notices.prefer(call.actor(), body));
                return NoticeSettings{stored.by_email, is_mail_on};
            });

    router.live("/api/v1/live").signed_in("one's own notices").open_sockets(live);
}

}  // namespace hebra::notice_pages
