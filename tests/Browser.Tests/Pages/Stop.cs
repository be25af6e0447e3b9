using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Where a page of the house is to be seen: who goes there, and the address in this town.</summary>
internal sealed record Stop(Func<Tour, PersonId?> Who, Func<Tour, string> Path)
{
    /// <summary>A stop for every page, by the pattern of its route.</summary>
    public static readonly IReadOnlyDictionary<string, Stop> All = new Dictionary<string, Stop>(StringComparer.Ordinal)
    {
        // At the door.
        ["/accessibility"] = Visitor("/accessibility"),
        ["/first-password"] = Visitor("/first-password"),
        ["/forgotten-password"] = Visitor("/forgotten-password"),
        ["/new-password"] = Visitor("/new-password"),
        ["/notifications/unsubscribe"] = Visitor("/notifications/unsubscribe"),
        ["/privacy"] = Visitor("/privacy"),
        ["/saavutettavuus"] = Visitor("/saavutettavuus"),
        ["/sign-in"] = Visitor("/sign-in"),
        ["/sign-in/second-step"] = Visitor("/sign-in/second-step"),
        ["/tietosuoja"] = Visitor("/tietosuoja"),
        ["/welcome/notice"] = new(t => t.Newcomer, _ => "/welcome/notice"),
        ["/welcome/pledge"] = new(t => t.Newcomer, _ => "/welcome/pledge"),

        // Every day.
        ["/"] = Steward("/"),
        ["/me"] = Steward("/me"),
        ["/me/corrections"] = Steward("/me/corrections"),
        ["/me/ends"] = new(t => t.Newcomer, _ => "/me/ends"),
        ["/me/take-away"] = Steward("/me/take-away"),
        ["/me/handover"] = Steward("/me/handover"),
        ["/me/partners"] = Steward("/me/partners"),
        ["/me/partners/new"] = Steward("/me/partners/new"),
        ["/me/partners/waiting"] = Steward("/me/partners/waiting"),
        ["/me/partners/{Assignment:guid}"] = Steward(t => $"/me/partners/{t.Partnership}"),
        ["/me/people"] = new(t => t.Operator, _ => "/me/people"),
        ["/me/people/new"] = new(t => t.Operator, _ => "/me/people/new"),
        ["/me/people/proposals"] = new(t => t.Operator, _ => "/me/people/proposals"),
        ["/me/people/confirmation"] = new(t => t.Operator, _ => "/me/people/confirmation"),
        ["/me/people/{Assignment:guid}"] = new(t => t.Operator, t => $"/me/people/{t.ColleagueDuty}"),
        ["/me/notifications"] = Steward("/me/notifications"),
        ["/me/security"] = Steward("/me/security"),
        ["/me/security/factor"] = Steward("/me/security/factor"),
        ["/me/tokens"] = Steward("/me/tokens"),
        ["/notifications"] = Steward("/notifications"),
        ["/people"] = Steward("/people"),
        ["/people/{Id:guid}"] = Steward(t => $"/people/{t.Colleague}"),
        ["/spaces"] = Steward("/spaces"),
        ["/spaces/new"] = Steward("/spaces/new"),
        ["/spaces/{Id:guid}"] = Steward(t => $"/spaces/{t.Space.Id}"),
        ["/spaces/{Id:guid}/about"] = Steward(t => $"/spaces/{t.Space.Id}/about"),
        ["/spaces/{Id:guid}/access"] = Steward(t => $"/spaces/{t.Space.Id}/access"),
        ["/spaces/{Id:guid}/members"] = Steward(t => $"/spaces/{t.Space.Id}/members?groups=7"),
        ["/spaces/{Id:guid}/reports"] = Steward(t => $"/spaces/{t.Space.Id}/reports"),
        ["/spaces/{Id:guid}/former-mentions"] = Steward(t => $"/spaces/{t.Space.Id}/former-mentions"),
        ["/spaces/{Id:guid}/settings"] = Steward(t => $"/spaces/{t.Space.Id}/settings"),
        ["/audiences/{Id:guid}"] = Steward(t => $"/audiences/{t.Space.Audience}"),

        // Writing and reading.
        ["/posts/new"] = Steward(t => $"/posts/new?space={t.Space.Id}"),
        ["/posts/drafts"] = Steward("/posts/drafts"),
        ["/posts/{Id:guid}"] = Steward(t => $"/posts/{t.Post}"),
        ["/posts/{Id:guid}/deletion"] = Steward(t => $"/posts/{t.Post}/deletion"),
        ["/posts/{Id:guid}/edit"] = Steward(t => $"/posts/{t.Post}/edit"),
        ["/posts/{Id:guid}/history"] = Steward(t => $"/posts/{t.Post}/history"),
        ["/comments/{Id:guid}/edit"] = Steward(t => $"/comments/{t.Comment}/edit"),
        ["/files/new"] = Steward("/files/new"),
        ["/reports/new"] = Steward(t => $"/reports/new?kind=post&thing={t.Post}"),
        ["/reports/thanks"] = Steward("/reports/thanks"),
        ["/reports/{Id:guid}"] = Steward(t => $"/reports/{t.Report}"),

        // Those with a power or a class.
        ["/classes/{Id:guid}/sign-in-codes"] = new(t => t.Teacher, t => $"/classes/{t.Class}/sign-in-codes"),
        ["/people/{Id:guid}/sign-in-code"] = new(t => t.Teacher, t => $"/people/{t.Pupil}/sign-in-code"),
        ["/people/{Id:guid}/second-factor"] = new(t => t.Operator, t => $"/people/{t.Colleague}/second-factor"),
        ["/register/batches/{Id:guid}"] = new(t => t.Operator, t => $"/register/batches/{t.Batch}"),
        ["/register/sources"] = new(t => t.Operator, _ => "/register/sources"),
        ["/register/sources/scim/connection"] = new(t => t.Operator, _ => "/register/sources/scim/connection"),
        ["/register/sources/{Source}"] = new(t => t.Operator, _ => "/register/sources/Supervisors"),
        ["/register/years"] = new(t => t.Operator, _ => "/register/years"),
        ["/register/years/{Id:guid}"] = new(t => t.Operator, t => $"/register/years/{t.YearChange}?show=MovesUp"),
        ["/register/extensions"] = new(t => t.Operator, _ => "/register/extensions"),
        ["/register/people"] = new(t => t.Operator, _ => "/register/people"),
        ["/register/people/{Id:guid}"] = new(t => t.Operator, t => $"/register/people/{t.Newcomer}"),
        ["/register/people/{Id:guid}/joining"] = new(t => t.Operator, t => $"/register/people/{t.Newcomer}/joining"),
        ["/register/joinings/{Id:guid}"] = new(t => t.Operator, t => $"/register/joinings/{t.Joining}"),
        ["/register/joinings"] = new(t => t.Operator, _ => "/register/joinings"),
        ["/register/ends"] = new(t => t.Operator, _ => "/register/ends"),
        ["/register/disclosures"] = new(t => t.Operator, _ => "/register/disclosures"),
        ["/register"] = new(t => t.Operator, _ => "/register"),
        ["/privacy/erasures"] = new(t => t.Operator, _ => "/privacy/erasures"),
        ["/privacy/plain"] = Visitor("/privacy/plain"),
        ["/privacy/claims"] = new(t => t.Operator, _ => "/privacy/claims"),
        ["/privacy/log"] = new(t => t.Operator, _ => "/privacy/log"),
        ["/privacy/log/exports"] = new(t => t.Operator, _ => "/privacy/log/exports"),
    };

    /// <summary>What most people see on most days, and the doors to it.</summary>
    public static IEnumerable<Stop> OfEveryDay => from pattern in new[]
    {
        "/", "/sign-in", "/privacy", "/me", "/me/notifications", "/notifications", "/people", "/people/{Id:guid}", "/spaces", "/spaces/{Id:guid}",
        "/spaces/{Id:guid}/members", "/posts/new", "/posts/{Id:guid}", "/audiences/{Id:guid}", "/welcome/pledge",
    }
                                                  select All[pattern];

    /// <summary>Pages that look otherwise for another reader, or before a choice.</summary>
    public static readonly IReadOnlyList<Stop> More =
    [
        Steward("/posts/new"),
        Steward("/people?q=ei-ketaan"),
        new(t => t.Operator, _ => "/register/people?q=ei-ketaan&state=Ended&held=true"),
        new(t => t.Operator, t => $"/register/people/{t.Newcomer}/joining?other={t.Colleague}"),
        Steward("/notifications?show=unread"),
        new(t => t.Pupil, _ => "/"),
        new(t => t.Pupil, _ => "/people"),
        new(t => t.Pupil, _ => "/me"),
        new(t => t.Teacher, _ => "/"),
        new(t => t.Teacher, _ => "/spaces"),
        new(t => t.Teacher, _ => "/posts/new"),
        new(t => t.Teacher, _ => "/me"),
    ];

    private static Stop Visitor(string path) => new(_ => null, _ => path);

    private static Stop Steward(string path) => new(t => t.Steward, _ => path);

    private static Stop Steward(Func<Tour, string> path) => new(t => t.Steward, path);
}
