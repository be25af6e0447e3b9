using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>What people attach to what they write: sent, seen by those who see the thing, gone with it.</summary>
public sealed class FilesRoom : Room
{
    public override string Name => "files";

    public override IReadOnlyList<JobSchedule> Jobs => [new(typeof(UploadSweep), Every: TimeSpan.FromHours(1))];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<UploadRate>()
        .AddScoped<UploadForm>()
        .AddScoped<FileQueries>()
        .AddScoped<FileActions>()
        .AddScoped<UploadSweep>()
        .AddScoped<IBlobUse, FileBlobs>()
        .AddScoped<IPersonalFiles, OwnFiles>()
        .AddScoped<IHear<BlobBlocked>, BlockedNotes>()
        .AddScoped<Register.IPersonMade, FilesMade>()
        .AddScoped<IPersonalData, FilesPersonalData>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        UploadRoutes.Map(routes);
        FileRoutes.Map(routes);
    }
}
