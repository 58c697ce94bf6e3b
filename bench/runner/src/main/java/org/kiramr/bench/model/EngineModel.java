package org.kiramr.bench.model;

/**
 * What an engine should cost.
 *
 * @param fixedSeconds wall time of a run without frames and tasks
 * @param fixedCpuSeconds CPU time of the same
 * @param cpuSecondsPerDetection CPU time of a detection
 * @param cpuSecondsPerMegapixel CPU time of a million pixels
 * @param cpuSecondsPerFrame CPU time of a frame beside them: opening, book-keeping, shuffle
 * @param taskSeconds wall time to start a task's own process or container on a busy core; 0 if
 *     tasks start none
 * @param taskCpuSeconds CPU time of the same
 * @param framesPerTask the most frames of a task
 * @param tasksPerCore the fewest tasks that work is cut into, by core
 * @param coreEfficiency what a core after the first brings, 0 to 1
 */
public record EngineModel(
    Term fixedSeconds,
    Term fixedCpuSeconds,
    Term cpuSecondsPerDetection,
    Term cpuSecondsPerMegapixel,
    Term cpuSecondsPerFrame,
    Term taskSeconds,
    Term taskCpuSeconds,
    Term framesPerTask,
    Term tasksPerCore,
    Term coreEfficiency) {

  Forecast predict(int frames, double detections, double megapixels, int cores) {
    double work =
        cpuSecondsPerDetection.value() * detections
            + cpuSecondsPerMegapixel.value() * megapixels
            + cpuSecondsPerFrame.value() * frames;
    double tasks =
        Math.max(
            Math.ceil(frames / framesPerTask.value()),
            Math.min(frames, tasksPerCore.value() * cores));
    double usable = 1 + (cores - 1) * coreEfficiency.value();
    double wall = fixedSeconds.value() + tasks * taskSeconds.value() / cores + work / usable;
    return new Forecast(wall, fixedCpuSeconds.value() + tasks * taskCpuSeconds.value() + work);
  }
}
