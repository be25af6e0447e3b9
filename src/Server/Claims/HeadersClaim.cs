using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>A browser loads nothing from anywhere else, and is told so on every route: each is asked as a visitor, and its headers are read.</summary>
internal sealed class HeadersClaim(FrontDoor door) : IClaimCheck
{
    public string Key => "server.headers";

    public Text Promise => new(
        Fi: "Selain ei lataa palvelun sivuille mitään muualta, eikä palvelu seuraa kävijöitä.",
        Sv: "Webbläsaren laddar ingenting från andra ställen till tjänstens sidor, och tjänsten spårar inga besökare.",
        En: "The browser loads nothing from elsewhere on the pages of the service, and the service tracks no visitors.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Kokeiltuja reittejä", Sv: "Prövade vägar", En: "Routes tried"),
        new(Fi: "Ilman suojaavia otsakkeita", Sv: "Utan skyddande huvuden", En: "Without the protecting headers"),
    ];

    public ClaimOwner Owner => ClaimOwner.Security;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var (asked, bare) = (0, 0);
        foreach (var route in door.Routes.Where(IsRead))
        {
            var answer = await door.AskAsync(new(HttpMethods.Get, FrontDoor.PathOf(route)), stop);
            asked++;
            if (!IsSafe(answer.Headers)) bare++;
        }

        return asked == 0 ? throw new TrialException("There are no routes") : ClaimFinding.Of(bare == 0, asked, bare);
    }

    private static bool IsRead(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(HttpMethods.Get);

    private static bool IsSafe(IHeaderDictionary headers)
    {
        var policy = headers.ContentSecurityPolicy.ToString();
        return policy.StartsWith("default-src 'none'; script-src 'self';", StringComparison.Ordinal)
            && !policy.Contains("unsafe", StringComparison.Ordinal) && !policy.Contains("http", StringComparison.Ordinal) && !policy.Contains('*', StringComparison.Ordinal)
            && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)
            && headers.XContentTypeOptions == "nosniff";
    }
}
