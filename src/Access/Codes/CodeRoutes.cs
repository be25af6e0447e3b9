using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Access.Codes;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>First and forgotten passwords.</summary>
internal static class CodeRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/people/{id:guid}/sign-in-code", IssueAsync);
        routes.MapPost("/classes/{id:guid}/sign-in-codes", IssueClassAsync);
        routes.MapPost("/passwords/by-code", ByCodeAsync).ForVisitors();
        routes.MapPost("/passwords/link", LinkAsync).ForVisitors();
        routes.MapPost("/passwords/by-link", ByLinkAsync).ForVisitors();
    }

    private static async Task<IResult> IssueAsync(Guid id, CodeActions codes, Actor by, HttpContext http, CancellationToken stop)
    {
        var (slips, refusal) = await codes.IssueAsync([new(id)], by, stop);
        if (refusal is null) return Once(http, slips);

        return refusal.Reason == Refusal.Absent.Reason ? Page.Absent() : Page.Refused<SignInCodePage>(new { Id = id, Refusal = refusal });
    }

    private static async Task<IResult> IssueClassAsync(Guid id, CodeActions codes, CodeAccess access, Actor by, HttpContext http, CancellationToken stop)
    {
        var pupils = await access.ClassAsync(by, new(id), stop);
        if (pupils.Count == 0) return Page.Absent();

        var (slips, refusal) = await codes.IssueAsync(pupils, by, stop);
        return refusal is null ? Once(http, slips) : Page.Refused<ClassCodesPage>(new { Id = id, Refusal = refusal });
    }

    private static async Task<IResult> ByCodeAsync(
        [FromForm] string? userId, [FromForm] string? words, [FromForm] string? @new, [FromForm] string? again,
        CodeActions codes, HttpContext http, CancellationToken stop)
    {
        if (@new != again) return Page.Refused<FirstPasswordPage>(new { UserId = userId, Words = words, Refusal = new Refusal(PasswordText.NotTheSame).At("again") });

        var (refusal, status) = await codes.UseAsync(new(userId ?? "", words ?? "", @new ?? "", http.Connection.RemoteIpAddress), stop);
        return refusal is null
            ? Page.SeeOther("/sign-in?after=password")
            : Page.Shown<FirstPasswordPage>(new { UserId = userId, Words = words, Refusal = refusal }, status);
    }

    private static IResult LinkAsync([FromForm] string? userId, ForgottenPasswords forgotten, AddressBudget addresses, HttpContext http)
    {
        if (!forgotten.AreOffered) return Page.Refused<ForgottenPasswordPage>(new { });

        if (string.IsNullOrWhiteSpace(userId)) return Page.Refused<ForgottenPasswordPage>(new { Refusal = new Refusal(SignInText.UserIdMissing).At("userId") });

        var address = http.Connection.RemoteIpAddress;
        if (addresses.IsSpent(address)) return Page.Shown<ForgottenPasswordPage>(new { Refusal = new Refusal(SignInText.TooMany(TimeSpan.FromMinutes(1))) }, StatusCodes.Status429TooManyRequests);

        // Each asking costs the address one: a mailbox is not filled from here. The work is done beside, so every user ID is answered as fast.
        addresses.Fail(address);
        forgotten.Ask(userId);
        return Page.SeeOther("/forgotten-password?after=sent");
    }

    private static async Task<IResult> ByLinkAsync(
        [FromForm] string? link, [FromForm] string? @new, [FromForm] string? again, CodeActions codes, HttpContext http, CancellationToken stop)
    {
        if (@new != again) return Page.Refused<NewPasswordPage>(new { Link = link, Refusal = new Refusal(PasswordText.NotTheSame).At("again") });

        var (refusal, status) = await codes.UseLinkAsync(link ?? "", @new ?? "", http.Connection.RemoteIpAddress, stop);
        return refusal is null ? Page.SeeOther("/sign-in?after=password") : Page.Shown<NewPasswordPage>(new { Link = link, Refusal = refusal }, status);
    }

    private static IResult Once(HttpContext http, IReadOnlyList<Slip> slips)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Page.Shown<SlipsPage>(new { Slips = slips });
    }
}
