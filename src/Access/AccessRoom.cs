using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>How one comes in and what one must have done before: sign-in, sessions, factors, codes, gates, API tokens.</summary>
public sealed class AccessRoom : Room
{
    public override string Name => "access";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(AccountEnds), TimeSpan.FromMinutes(1)),
        new(typeof(AccessSweep), TimeSpan.FromMinutes(15)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // Who asks.
        services.AddScoped<Visitor>();
        services.AddScoped<Actor>(provider => provider.GetRequiredService<Visitor>().Actor);
        services.AddScoped<DoorQueries>();
        services.AddScoped(provider => new Rehearsal(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<DoorQueries>(), provider.GetRequiredService<Visitor>(),
            provider.GetRequiredService<WhoAsks>(), provider.GetRequiredService<Whence>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<ISessionCheck, SessionCheck>();
        services.AddSingleton<Touches>();
        services.AddHostedService(provider => provider.GetRequiredService<Touches>());

        // Coming in.
        services.AddSingleton(_ => new HouseKeys(configuration));
        services.AddScoped(provider => new KeyLook(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<HouseKeys>(), provider.GetRequiredService<ILogger<KeyLook>>()));
        services.AddSingleton<PasswordChecks>();
        services.AddSingleton<AddressBudget>();
        services.AddSingleton<DoorsTried>();
        services.AddScoped<Attempts>();
        services.AddScoped<AccountQueries>();
        services.AddScoped<Tombstones>();
        services.AddScoped<IUserIdsOfOthers>(provider => provider.GetRequiredService<Tombstones>());
        services.AddScoped(provider => new AccountActions(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<Writing>(), provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<Tombstones>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<AccountEnds>();
        services.AddScoped<IHear<AssignmentEnded>>(provider => provider.GetRequiredService<AccountEnds>());
        services.AddScoped<IHear<AssignmentBegun>, AccountBeginnings>();
        services.AddScoped<AccountJoins>();
        services.AddScoped<IHear<PeopleJoining>>(provider => provider.GetRequiredService<AccountJoins>());
        services.AddScoped<IHear<PeopleJoined>>(provider => provider.GetRequiredService<AccountJoins>());
        services.AddScoped<IHear<PeopleParted>>(provider => provider.GetRequiredService<AccountJoins>());
        services.AddScoped<SourceCutEar>();
        services.AddScoped<IHear<SignInCut>>(provider => provider.GetRequiredService<SourceCutEar>());
        services.AddScoped<IHear<SignInRestored>>(provider => provider.GetRequiredService<SourceCutEar>());
        services.AddScoped<SessionActions>();
        services.AddScoped<SignInActions>();
        services.AddScoped<FactorActions>();
        services.AddScoped<FactorResets>();
        services.AddScoped<IPersonTraces, AccountTraces>();
        services.AddScoped<IProfilePart, FactorPart>();
        services.AddScoped<IProfilePart, CodePart>();
        services.AddScoped<PasswordActions>();
        services.AddScoped<SecurityQueries>();
        services.AddScoped<GateActions>();

        // First and forgotten passwords.
        services.AddScoped<CodeAccess>();
        services.AddScoped<CodeQueries>();
        services.AddScoped<CodeActions>();
        services.AddScoped(provider => new FirstOperator(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<Writing>(), provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<OperatorActions>(), provider.GetRequiredService<PersonContacts>(), provider.GetRequiredService<CodeActions>()));
        services.AddScoped(provider => new OperatorRecovery(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<Writing>(), provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<Authorities>(), provider.GetRequiredService<PersonContacts>(), provider.GetRequiredService<CodeActions>(),
            provider.GetRequiredService<FactorResets>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ForgottenPasswords>(provider, configuration));
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());

        services.AddScoped<TokenActions>();
        services.AddScoped(provider => new TrialAccess(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<Writing>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IClaimCheck, AccountsClaim>();
        services.AddScoped<IClaimCheck, FactorsClaim>();
        services.AddScoped<AccessSweep>();
        services.AddScoped<IPersonalData, AccessPersonalData>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SignInRoutes.Map(routes);
        SecurityRoutes.Map(routes);
        FactorRoutes.Map(routes);
        CodeRoutes.Map(routes);
        GateRoutes.Map(routes);
        TokenRoutes.Map(routes);
        LanguageRoutes.Map(routes);
    }
}
