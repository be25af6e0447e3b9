using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Access.Factors;
using Tupa.Access.Security;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>What one does to one's own way in.</summary>
internal static class SecurityRoutes
{
    private const string SecurityAddress = "/me/security";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/sessions/{id:guid}/end", EndAsync).BeforeGates();
        routes.MapPost("/me/sessions/others/end", EndOthersAsync).BeforeGates();
        routes.MapPost("/me/password", ChangeAsync).BeforeGates();
        routes.MapPost("/me/security/factor/begin", BeginAsync).BeforeGates();
        routes.MapPost("/me/security/factor", ConfirmAsync).BeforeGates();
        routes.MapPost("/me/security/factor/end", RemoveAsync).BeforeGates();
        routes.MapPost("/me/security/recovery-codes", RenewAsync).BeforeGates();
    }

    private static async Task<IResult> EndAsync(Guid id, SessionActions sessions, Visitor visitor, CancellationToken stop) =>
        await sessions.EndAsync(new(id), visitor.Person!.Value, stop) is null ? Page.SeeOther(SecurityAddress) : Page.Absent();

    private static async Task<IResult> EndOthersAsync(SessionActions sessions, Visitor visitor, CancellationToken stop)
    {
        await sessions.EndOthersAsync(visitor.Person!.Value, visitor.Session, visitor.Actor, stop);
        return Page.SeeOther(SecurityAddress);
    }

    private static async Task<IResult> ChangeAsync(
        [FromForm] string? old, [FromForm] string? @new, [FromForm] string? again, PasswordActions passwords, Visitor visitor, CancellationToken stop)
    {
        if (@new != again) return Page.Refused<SecurityPage>(new { Refusal = new Refusal(PasswordText.NotTheSame).At("again") });

        var (refusal, status) = await passwords.ChangeAsync(visitor.Person!.Value, visitor.Session!.Value, old ?? "", @new ?? "", stop);
        return refusal is null ? Page.SeeOther(SecurityAddress + "?after=password") : Page.Shown<SecurityPage>(new { Refusal = refusal }, status);
    }

    private static async Task<IResult> BeginAsync(FactorActions factors, Visitor visitor, CancellationToken stop)
    {
        await factors.BeginAsync(visitor.Person!.Value, stop);
        return Page.SeeOther(GateWay.FactorPage);
    }

    private static async Task<IResult> ConfirmAsync([FromForm] string? code, FactorActions factors, Visitor visitor, CancellationToken stop)
    {
        var (codes, refusal) = await factors.ConfirmAsync(visitor.Person!.Value, visitor.Session!.Value, code ?? "", stop);
        return refusal is null ? Page.Shown<RecoveryCodesPage>(new { Codes = codes }) : Page.Refused<FactorPage>(new { Refusal = refusal });
    }

    private static async Task<IResult> RenewAsync([FromForm] string? code, FactorActions factors, Visitor visitor, CancellationToken stop)
    {
        var (codes, refusal) = await factors.RenewCodesAsync(visitor.Person!.Value, code ?? "", stop);
        return refusal is null ? Page.Shown<RecoveryCodesPage>(new { Codes = codes }) : Page.Refused<SecurityPage>(new { Refusal = refusal });
    }

    private static async Task<IResult> RemoveAsync([FromForm] string? code, FactorActions factors, Visitor visitor, CancellationToken stop) =>
        await factors.RemoveAsync(visitor.Person!.Value, code ?? "", stop) is { } refusal
            ? Page.Refused<SecurityPage>(new { Refusal = refusal })
            : Page.SeeOther(SecurityAddress);
}
