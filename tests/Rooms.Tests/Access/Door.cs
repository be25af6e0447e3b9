using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>What tests of the door need: accounts with passwords, passed gates, and a browser without a screen.</summary>
internal static class Door
{
    public const string Password = "järvi kivi lumi tupa";

    /// <summary>Made once: a hash takes a tenth of a second by design.</summary>
    private static readonly Lazy<Task<string>> Hash = new(async () => (await new PasswordChecks().HashAsync(Password, default))!);

    /// <summary>Gives the person an account with <see cref="Password"/>; without a password with <paramref name="hash"/> false.</summary>
    public static async Task AccountAsync(this TestHouse house, PersonId person, string userId, bool gates = true, bool hash = true)
    {
        var made = hash ? await Hash.Value : null;
        await house.WriteAsync(db =>
        {
            db.Add(new Account { Person = person, UserId = userId, Folded = Account.FoldedOf(userId), PasswordHash = made, CreatedAt = house.Now });
            if (gates)
            {
                db.Add(new GateMark { Person = person, Gate = Gate.Notice, Version = GateWay.NoticeVersion, PassedAt = house.Now });
                db.Add(new GateMark { Person = person, Gate = Gate.Pledge, Version = GateWay.PledgeVersion, PassedAt = house.Now });
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>A try at the door, from nowhere in particular.</summary>
    public static Task<SignInAnswer> TryAsync(
        this TestHouse house, string userId, string password = Password, bool shared = false, string? device = null, IPAddress? address = null) =>
        house.InAsync((SignInActions s) => s.OpenAsync(new(userId, password, shared, device, "Firefox, Windows", address)));

    /// <summary>Whom the secret of a cookie lets in; null for nobody.</summary>
    public static async Task<PersonId?> WhoAsync(this TestHouse house, string? secret) =>
        (await house.InAsync((DoorQueries d) => d.SessionAsync(Secrets.Hash(secret!)))) is { Pending: false } row ? row.Standing.Person : null;

    /// <summary>A browser: keeps cookies, follows nothing.</summary>
    public static HttpClient Browser(this TestHouse house)
    {
#pragma warning disable CA2000 // The client owns its handler.
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = house.Address };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fi");
        return client;
    }

    public static Task<HttpResponseMessage> FormAsync(this HttpClient browser, string address, params (string Name, string Value)[] fields) =>
        browser.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string userId, string password = Password, string returnUrl = "/", bool shared = false) =>
        shared
            ? browser.FormAsync("/sessions", ("userId", userId), ("password", password), ("returnUrl", returnUrl), ("shared", "true"))
            : browser.FormAsync("/sessions", ("userId", userId), ("password", password), ("returnUrl", returnUrl));
}

/// <summary>Writes down the news of the door.</summary>
internal sealed class NewsEar : IHear<AccessNews>
{
    public List<AccessNews> Heard { get; } = [];

    public Task HearAsync(IReadOnlyList<AccessNews> announced, CancellationToken stop)
    {
        Heard.AddRange(announced);
        return Task.CompletedTask;
    }

    public static (NewsEar Ear, Action<IServiceCollection> Add) New()
    {
        var ear = new NewsEar();
        return (ear, services => services.AddSingleton<IHear<AccessNews>>(ear));
    }
}
