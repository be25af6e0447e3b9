using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Lets in a directory that shows a key whose day has not passed. Cookies, sessions and API tokens are nothing here.</summary>
internal sealed class ScimDoor(TupaDb db, Writing writing, ScimPace pace, TurnedAway turned, TimeProvider clock) : IMachineDoor
{
    private const string Bearer = "Bearer ";

    public async Task<IResult?> RefusalAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await KeyAsync(http) is not { } key)
        {
            await turned.NoteAsync("register.scim.enter", http.RequestAborted);
            return pace.Takes(http.Connection.RemoteIpAddress) ? NoKey(http) : TooFast(http);
        }

        if (!pace.Takes(key.Id)) return TooFast(http);

        if (key.LastUsedOn != clock.Today()) await UsedAsync(key.Id, clock.Today());
        return null;
    }

    private async Task<ScimKey?> KeyAsync(HttpContext http)
    {
        var shown = http.Request.Headers.Authorization.ToString();
        if (!shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || shown.Length > 200) return null;

        var (hash, now) = (ScimKey.Hash(shown[Bearer.Length..].Trim()), clock.UtcNow());
        return await db.Set<ScimKey>().AsNoTracking().FirstOrDefaultAsync(k => k.TokenHash == hash && now < k.UntilUtc, http.RequestAborted);
    }

    private Task UsedAsync(ScimKeyId id, DateOnly today) => writing.RunAsync(() =>
        db.Set<ScimKey>().Where(k => k.Id == id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedOn, today)));

    private static ScimAnswer NoKey(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ScimAnswer.No(new(StatusCodes.Status401Unauthorized, null, ScimText.NoKey));
    }

    private static ScimAnswer TooFast(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return ScimAnswer.No(new(StatusCodes.Status429TooManyRequests, null, ScimText.TooFast));
    }
}
